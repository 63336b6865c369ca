/** @jsxImportSource hono/jsx */
import type { PaymentInstructions } from "../../engine/engine";
import type { SmartTransaction } from "../../types";
import { groups, money } from "../format";
import type { ResultKind } from "../texts/texts";
import { type CheckoutView, Frame } from "./frame";
import { ResultMark } from "./icons";
import { returnUrl } from "./link";

/** What a closed link says about the payment. */
export function resultKind(smart: SmartTransaction): ResultKind {
  switch (smart.status) {
    case "ok":
    case "received":
    case "collection":
    case "shipped":
    case "collected":
      return "paid";
    case "pending":
      return smart.paymentMethod === "prepaid" ? "transfer" : "pending";
    case "approved":
      return "approved";
    case "cancelled":
      return "cancelled";
    case "aborted":
      return "aborted";
    case "created":
    case "processing":
    case "failed":
      return "failed";
  }
}

const TONES = {
  paid: "good",
  approved: "good",
  pending: "wait",
  transfer: "wait",
  cancelled: "bad",
  aborted: "bad",
  failed: "bad",
} as const satisfies Record<ResultKind, "good" | "wait" | "bad">;

/** Where the buyer goes from a closed link: the shop's success page, or its error page. */
export function wayBack(smart: SmartTransaction): string | null {
  const good = TONES[resultKind(smart)] !== "bad";
  return returnUrl(smart.applicationContext.return_urls, good ? "success" : "error");
}

type SlipProps = { view: CheckoutView; transfer: PaymentInstructions; cents: number; qr: boolean };

function Slip({ view, transfer, cents, qr }: SlipProps) {
  const { t, lang, smart } = view;
  const rows: [string, string][] = [
    [t.slip.owner, transfer.owner],
    [t.slip.iban, groups(transfer.iban)],
    [t.slip.bic, transfer.bic],
    [t.slip.bank, transfer.bankname],
    [t.slip.purpose, transfer.purpose],
  ];
  return (
    <section class="slip" aria-label={t.slip.title}>
      <dl>
        <div>
          <dt>{t.slip.amount}</dt>
          <dd class="big">{money(cents, smart.basketInfo.currency, lang)}</dd>
        </div>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {qr ? (
        <figure>
          <img src={`/qr/epc?stx=${smart.id}`} alt={t.slip.scan} width={176} height={176} />
          <figcaption>{t.slip.scan}</figcaption>
        </figure>
      ) : null}
      <p class="small quiet slip-note">{t.slip.note}</p>
    </section>
  );
}

type ResultProps = {
  view: CheckoutView;
  transfer: PaymentInstructions | null;
  openCents: number;
  qr: boolean;
};

/** The closed link: what became of the payment, how to transfer if that is open, and the way back (api.md 11.1). */
export function ResultPage({ view, transfer, openCents, qr }: ResultProps) {
  const { t, smart, shop } = view;
  const kind = resultKind(smart);
  const back = wayBack(smart);
  const showSlip = transfer && openCents > 0 && TONES[kind] !== "bad";
  const code = smart.delivery?.type === "collection" ? smart.delivery.code : null;
  return (
    <Frame view={view}>
      <ResultMark tone={TONES[kind]} />
      <div class="stack">
        <h1>{t.results[kind].title}</h1>
        <p>{t.results[kind].line(shop)}</p>
        {code ? <p>{t.pickUp(code)}</p> : null}
      </div>
      {showSlip ? <Slip view={view} transfer={transfer} cents={openCents} qr={qr} /> : null}
      {back ? (
        <div class="actions">
          <a class="button primary" href={back} rel="noreferrer">
            {t.backToShop(shop)}
          </a>
        </div>
      ) : null}
    </Frame>
  );
}
