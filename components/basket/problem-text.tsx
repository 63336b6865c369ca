import type { BasketProblem } from "@/lib/basket/types";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatCents } from "@/lib/money";

/** A problem of the basket as a sentence. */
export function ProblemText({ problem, locale }: { problem: BasketProblem; locale: Locale }) {
  const t = translator(locale, "basket");
  switch (problem.kind) {
    case "unknown_item":
      return t("problems.unknown_item", { sku: problem.sku });
    case "sold_out":
      return t("problems.sold_out", { name: problem.name });
    case "limited":
      return t("problems.limited", { name: problem.name, available: problem.available });
    case "coupon_minimum": {
      const minimum = formatCents(problem.minimum, locale);
      return t("problems.coupon_minimum", { code: problem.code, minimum });
    }
    default:
      return t(`problems.${problem.kind}`, { code: problem.code });
  }
}
