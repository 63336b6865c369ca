/** @jsxImportSource hono/jsx */
import type { CheckoutView } from "./frame";
import { payHref, returnUrl } from "./link";

/** The ways out of a step: another method, and abort, which exists only when there is a URL for it (api.md 11.3). */
export function AsideLinks({ view, otherMethods }: { view: CheckoutView; otherMethods: boolean }) {
  const { t, link, smart } = view;
  const abort = returnUrl(smart.applicationContext.return_urls, "abort");
  if (!abort && !otherMethods) return null;
  const wording = smart.applicationContext.iframe_opts?.cancel_button_title;
  return (
    <div class="aside-links">
      {otherMethods ? <a href={payHref({ ...link, method: null, picked: false })}>{t.choose.other}</a> : null}
      {abort ? (
        <form method="post" action={payHref(link, "/checkout/abort")}>
          <button class="plain" type="submit">
            {typeof wording === "string" && wording ? wording : t.abort}
          </button>
        </form>
      ) : null}
    </div>
  );
}
