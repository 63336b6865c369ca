import type { ReactNode } from "react";
import { join } from "@/components/ui/join";

/** A titled part of an admin page. */
export function Panel(props: { title: string; id: string; className?: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={props.id}
      className={join("rounded border border-line bg-sheet p-4 sm:p-5", props.className)}
    >
      <h2 id={props.id} className="mb-3 text-base font-semibold">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
