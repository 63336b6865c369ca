import { ProblemText } from "@/components/basket/problem-text";
import type { BasketProblem } from "@/lib/basket/types";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";

/** What is not as the buyer left it, said before the sums that follow from it. */
export function Problems({ problems, locale }: { problems: BasketProblem[]; locale: Locale }) {
  if (problems.length === 0) return null;
  return (
    <section role="status" className="mt-6 rounded border-l-4 border-brass bg-sheet px-5 py-4">
      <h2 className="font-medium">{translator(locale, "basket")("problems.title")}</h2>
      <ul className="mt-1 flex flex-col gap-1">
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)}>
            <ProblemText problem={problem} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  );
}
