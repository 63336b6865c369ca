import { Link } from "@react-email/components";
import type { ReactNode } from "react";
import { translator } from "@/lib/i18n/messages";
import type { OrderFacts, Parcel } from "@/lib/mail/facts";
import type { LetterOf } from "@/lib/mail/letter";
import { orderLetter } from "@/lib/mail/letters/order-letter";
import { trackingUrl } from "@/lib/mail/parts/addresses";
import { Facts, lines, Note, Paragraph } from "@/lib/mail/parts/pieces";
import { colour } from "@/lib/mail/parts/theme";
import { TransferSlip } from "@/lib/mail/parts/transfer-slip";
import { dayText, plain } from "@/lib/mail/words";
import { isPaid } from "@/lib/orders/sums";
import { invoiceDays } from "@/lib/payments/policy";

/** A parcel left the house: all of the order, or the part that a shipping note names. */
export const shipped: LetterOf<OrderFacts> = (facts) => {
  const { order, parcel, files } = facts;
  const { locale, number } = order;
  const t = translator(locale, "mail");
  const carrier = plain(parcel?.carrier ?? "");
  const trackingId = plain(parcel?.trackingId ?? "");
  const track = parcel && trackingUrl(parcel);
  const rows: [string, string][] = [
    [t("shipped.carrier"), carrier],
    [t("shipped.tracking"), trackingId],
    [t("shipped.invoice"), plain(order.shipment?.invoiceNumber ?? "")],
  ];
  return orderLetter(facts, {
    subject: t("shipped.subject", { number }),
    preview: t("shipped.preview", { carrier, trackingId }),
    title: t("shipped.title"),
    attachments: [...files, ...unpaidCode(facts)],
    children: (
      <>
        <Paragraph>{t(parcel?.lines ? "shipped.part" : "shipped.text", { number })}</Paragraph>
        {parcel?.lines ? <Paragraph>{lines(piecesIn(facts, parcel.lines))}</Paragraph> : null}
        <Facts rows={rows.filter(([, value]) => value !== "")} />
        {track ? (
          <Paragraph>
            <Link href={track} className="ink" style={{ color: colour.ink }}>
              {t("shipped.track")}
            </Link>
          </Paragraph>
        ) : null}
        <HowToPay facts={facts} />
        {files.length > 0 ? <Paragraph>{t("shipped.attached")}</Paragraph> : null}
        <Note>{t("shipped.return")}</Note>
      </>
    ),
  });
};

/** The buyer fetched the goods. */
export const collected: LetterOf<OrderFacts> = (facts) => {
  const { order, files } = facts;
  const { locale, number } = order;
  const t = translator(locale, "mail");
  return orderLetter(facts, {
    subject: t("collected.subject", { number }),
    preview: t("collected.preview"),
    title: t("collected.title"),
    attachments: [...files, ...unpaidCode(facts)],
    children: (
      <>
        <Paragraph>
          {t("collected.text", { number, date: dayText(order.shippedAt ?? order.updatedAt, locale) })}
        </Paragraph>
        <HowToPay facts={facts} />
        {files.length > 0 ? <Paragraph>{t("shipped.attached")}</Paragraph> : null}
        <Note>{t("shipped.return")}</Note>
      </>
    ),
  });
};

/** The goods are with the buyer and the money is not here: now the bank details count. */
function HowToPay({ facts }: { facts: OrderFacts }): ReactNode {
  if (!isUnpaid(facts)) return null;
  return (
    <>
      <Paragraph>{translator(facts.order.locale, "mail")("shipped.pay", { days: invoiceDays })}</Paragraph>
      <TransferSlip facts={facts} />
    </>
  );
}

/** What a part holds, as `2 × Ink`. */
function piecesIn(facts: OrderFacts, part: NonNullable<Parcel["lines"]>): string[] {
  const t = translator(facts.order.locale, "order");
  return part.map(({ position, quantity }) => {
    const line = facts.lines.find((each) => each.position === position);
    return `${t("lines.quantity", { count: quantity })} ${plain(line?.name ?? "")}`;
  });
}

const isUnpaid = ({ order, attempt, parcel }: OrderFacts) =>
  !parcel?.lines && order.state === "shipped" && !isPaid(order) && attempt.transfer !== null;

const unpaidCode = (facts: OrderFacts) => (isUnpaid(facts) && facts.girocode ? [facts.girocode] : []);
