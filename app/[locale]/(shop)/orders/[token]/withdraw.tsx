import Link from "next/link";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";

/** The way to the withdrawal page, which this order fills in. */
export function Withdraw({ token, locale }: { token: string; locale: Locale }) {
  const t = translator(locale, "order");
  return (
    <section aria-labelledby="withdraw" className="border-t border-line pt-4 print:hidden">
      <h2 id="withdraw" className="font-serif text-xl">
        {t("withdraw.heading")}
      </h2>
      <p className="mt-2">
        {t("withdraw.text")}{" "}
        <Link className="link" href={`/${locale}/withdrawal?order=${token}`} prefetch={false}>
          {t("withdraw.link")}
        </Link>
      </p>
    </section>
  );
}
