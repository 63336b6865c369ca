/** @jsxImportSource hono/jsx */
import type { BasketItem, SmartTransaction } from "../../types";
import { type Lang, money } from "../format";
import type { Texts } from "../texts/texts";

type Line = { text: string; cents: number | null; kind: "item" | "group" | "sub" };

function lineCents(item: BasketItem): number {
  if (item.item_type === "sub_transaction") return item.sum ?? 0;
  const cents = (item.priceOne ?? 0) * (item.quantity ?? 1);
  return item.item_type === "coupon" ? -cents : cents;
}

function toLines(items: readonly BasketItem[], t: Texts, inside = false): Line[] {
  return items.flatMap((item): Line[] => {
    if (item.item_type === "stakeholder_payment") return [];
    const name = item.desc ?? (item.item_type === "coupon" ? t.deducted : "–");
    const text = (item.quantity ?? 1) > 1 ? `${item.quantity} × ${name}` : name;
    if (item.item_type !== "sub_transaction") {
      return [{ text, cents: lineCents(item), kind: inside ? "sub" : "item" }];
    }
    return [
      { text: name, cents: lineCents(item), kind: "group" },
      ...toLines(item.sub_basket ?? [], t, true),
    ];
  });
}

type SummaryProps = { t: Texts; lang: Lang; smart: SmartTransaction; shop: string };

function optionalText(smart: SmartTransaction, name: string): string | null {
  const value = smart.applicationContext.iframe_opts?.[name];
  return typeof value === "string" && value ? value : null;
}

/** Amount and basket, beside the form (above it on a phone). Shares of stakeholders are not the buyer's business. */
export function Summary({ t, lang, smart, shop }: SummaryProps) {
  const { sum, currency } = smart.basketInfo;
  const lines = toLines(smart.basket?.products ?? [], t);
  return (
    <aside class="summary" aria-label={t.order}>
      <p class="small quiet">
        {t.toPay} · {shop}
      </p>
      <p class="amount">{money(sum, currency, lang)}</p>
      {lines.length > 0 ? (
        <details>
          <summary>{optionalText(smart, "basket_title") ?? t.showOrder}</summary>
          <ul class="lines">
            {lines.map((line) => (
              <li key={line.text} class={line.kind}>
                <span>{line.text}</span>
                {line.cents === null ? null : (
                  <span class="num nowrap">{money(line.cents, currency, lang)}</span>
                )}
              </li>
            ))}
            <li class="total">
              <span>{t.total}</span>
              <span class="num nowrap">{money(sum, currency, lang)}</span>
            </li>
          </ul>
        </details>
      ) : null}
      {smart.isDemo ? <p class="small quiet">{t.demo}</p> : null}
    </aside>
  );
}
