import { pathIn } from "@/lib/i18n/paths";
import type { OrderFacts } from "@/lib/mail/facts";

/** The order's own page, by its token: never by its number. */
export function orderUrl({ appUrl, order }: Pick<OrderFacts, "appUrl" | "order">): string {
  return `${appUrl}${pathIn(order.locale, `/orders/${order.token}`)}`;
}

/** The order in the admin. */
export function deskUrl({ appUrl, order }: Pick<OrderFacts, "appUrl" | "order">): string {
  return `${appUrl}${pathIn("de", `/admin/orders/${order.id}`)}`;
}

const trackers: readonly [carrier: RegExp, page: string][] = [
  [/\bdhl\b/i, "https://www.dhl.de/de/privatkunden/dhl-sendungsverfolgung.html?piececode="],
  [/\bdpd\b/i, "https://tracking.dpd.de/parcelstatus?query="],
  [/\bgls\b/i, "https://www.gls-pakete.de/sendungsverfolgung?trackingNumber="],
  [/\bhermes\b/i, "https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation/#"],
  [/\bups\b/i, "https://www.ups.com/track?tracknum="],
  [/österreichische post|\bpost\.at\b/i, "https://www.post.at/sv/sendungsdetails?snr="],
];

/** Where a carrier tells about a parcel; null for one whose page is not known. */
export function trackingUrl({ carrier, trackingId }: { carrier: string; trackingId: string }): string | null {
  const [, page] = trackers.find(([name]) => name.test(carrier)) ?? [];
  return page && trackingId ? `${page}${encodeURIComponent(trackingId)}` : null;
}
