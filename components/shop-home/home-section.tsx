import type { ReactNode } from "react";

type Props = { id: string; title: string; aside?: ReactNode; children: ReactNode };

/** A part of the home page under a heading, with room for a link at its right. */
export function HomeSection({ id, title, aside, children }: Props) {
  return (
    <section aria-labelledby={id} className="mt-16 sm:mt-24">
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-8 sm:mb-8">
        <h2 id={id} className="font-serif text-2xl font-medium sm:text-3xl">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
