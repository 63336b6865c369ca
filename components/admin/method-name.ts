import type { Locale } from "@/lib/i18n/config";
import { messagesOf } from "@/lib/i18n/messages";

/** A payment method for people; one that secuconnect names and the shop does not know is "other". */
export function methodName(method: string, locale: Locale): string {
  const names: Record<string, string> = messagesOf(locale).admin.method;
  return names[method] ?? messagesOf(locale).admin.method.other;
}
