import { isLocale } from "@/lib/i18n/config";
import { pathIn } from "@/lib/i18n/paths";
import { readOrderByToken } from "@/lib/orders/read";
import { syncOrder } from "@/lib/payments/follow";
import { getContext } from "@/lib/runtime";

/**
 * The buyer comes back from the pay page. Which of the three addresses they come to proves nothing (api.md 11.3): the
 * payment is read back, and the order page shows what was read. Needs no cookie, since some pages return by POST.
 */
export async function comeBack(request: Request, locale: string): Promise<Response> {
  const token = new URL(request.url).searchParams.get("order") ?? "";
  const ctx = await getContext();
  const view = await readOrderByToken(ctx.db, token);
  if (view) await syncOrder(ctx, view.order.id, "return");
  const language = view?.order.locale ?? (isLocale(locale) ? locale : "de");
  const path = pathIn(language, `/orders/${view ? token : "unknown"}`);
  return new Response(null, {
    status: 303,
    headers: { Location: `${ctx.settings.appUrl}${path}`, "Cache-Control": "no-store" },
  });
}
