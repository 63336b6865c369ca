import type { ReactNode } from "react";

/** The frame of the pages in front of the desk. */
export function LoginFrame({
  title,
  intro,
  children,
}: {
  title: string;
  intro: string;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-6 px-5 py-12">
      <div>
        <p className="text-sm font-semibold tracking-wide text-brass">Kontor</p>
        <h1 className="text-2xl font-semibold">{title}</h1>
        <p className="mt-2 text-sm text-quiet">{intro}</p>
      </div>
      {children}
    </main>
  );
}
