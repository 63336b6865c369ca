import { join } from "@/components/ui/join";
import type { Order } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { situationOf, type Tone, wordsFor } from "@/lib/orders/admin-situation";

const tones: Record<Tone, string> = {
  act: "font-medium text-ink",
  wait: "text-quiet",
  good: "text-moss",
  bad: "text-oxblood",
};

type Props = Parameters<typeof situationOf>;

/** An order's state as a sentence; only what the merchant has to do next stands out. */
export function SituationLine({
  order,
  attempt,
  locale,
}: {
  order: Props[0] & Pick<Order, "delivery">;
  attempt: Props[1];
  locale: Locale;
}) {
  const { situation, tone } = situationOf(order, attempt);
  const words = wordsFor(situation, order.delivery);
  return <span className={join(tones[tone])}>{translator(locale, "admin")(`situation.${words}`)}</span>;
}
