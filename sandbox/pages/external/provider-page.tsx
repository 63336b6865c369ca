/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Method } from "../../types";
import type { CheckoutView } from "../checkout/frame";
import { MethodIcon } from "../checkout/icons";
import { payHref } from "../checkout/link";
import { money } from "../format";
import { Shell } from "../layout";

function ProviderFrame({ view, title, children }: { view: CheckoutView; title: string; children: Child }) {
  return (
    <Shell lang={view.lang} title={title} sheet="checkout" bodyClass="checkout">
      <div class="frame provider">
        <div class="panes">
          <main class="work" id="main">
            {children}
          </main>
        </div>
        <footer class="foot">
          <span>secuconnect Sandbox</span>
          <span class="mono">{view.smart.id}</span>
        </footer>
      </div>
    </Shell>
  );
}

type ProviderProps = { view: CheckoutView; method: Method; attempt: string; card: string | null };

/** Stand-in for a provider's own page: 3-D Secure, PayPal, Sofort, giropay, eps, easyCredit (api.md 9). */
export function ProviderPage({ view, method, attempt, card }: ProviderProps) {
  const { t, lang, smart, shop, link } = view;
  const challenge = method === "creditcard";
  const title = t.external.title(challenge ? t.external.threeDs : t.methods[method].name);
  return (
    <ProviderFrame view={view} title={title}>
      <div class="stack">
        <div class="method-head">
          <MethodIcon method={method} />
          <h1>{title}</h1>
        </div>
        <p class="quiet">{challenge ? t.external.threeDsLead : t.external.lead(shop)}</p>
        <div>
          <p class="small quiet">{t.toPay}</p>
          <p class="amount">{money(smart.basketInfo.sum, smart.basketInfo.currency, lang)}</p>
          <p class="small quiet">{[shop, card].filter(Boolean).join(" · ")}</p>
        </div>
      </div>
      <form method="post" action={payHref(link, `/external/${method}`)}>
        <input type="hidden" name="attempt" value={attempt} />
        <div class="actions">
          <button class="primary" type="submit" name="outcome" value="pay">
            {t.external.pay}
          </button>
          <button type="submit" name="outcome" value="fail">
            {t.external.fail}
          </button>
          <button type="submit" name="outcome" value="cancel">
            {t.external.cancel}
          </button>
        </div>
      </form>
    </ProviderFrame>
  );
}

/** Shown when the step was finished already, in another tab or by the shop. */
export function OverPage({ view, back }: { view: CheckoutView; back: string | null }) {
  const { t, shop } = view;
  return (
    <ProviderFrame view={view} title={t.external.over}>
      <h1>{t.external.over}</h1>
      {back ? (
        <div class="actions">
          <a class="button primary" href={back}>
            {t.backToShop(shop)}
          </a>
        </div>
      ) : null}
    </ProviderFrame>
  );
}
