import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/config";

/** The note below the order button: terms, right of withdrawal, privacy. Nothing to tick. */
export function Terms({ locale }: { locale: Locale }) {
  const t = useTranslations("checkout");
  const link = (page: string) => (chunks: ReactNode) => (
    <a className="link" href={`/${locale}/legal/${page}`} target="_blank" rel="noopener">
      {chunks}
    </a>
  );
  return (
    <p className="text-sm text-quiet">
      {t.rich("terms", {
        terms: link("terms"),
        withdrawal: link("withdrawal"),
        warranty: link("warranty"),
        privacy: link("privacy"),
      })}
    </p>
  );
}
