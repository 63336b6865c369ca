"use client";

import { useEffect, useRef } from "react";
import { fieldId } from "@/components/ui/field-frame";

type Props = { title: string; errors: { name: string; message: string }[] };

/**
 * The list above a form of what has to be mended, each linked to its field; takes the focus when it appears or changes.
 * Shows nothing when there are no errors. A name of "" is a message about the whole form.
 */
export function ErrorSummary({ title, errors }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const key = errors.map((error) => `${error.name}:${error.message}`).join("|");
  useEffect(() => {
    if (key) box.current?.focus();
  }, [key]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded border-2 border-oxblood bg-sheet px-5 py-4 text-base"
    >
      <p className="font-medium text-oxblood">{title}</p>
      <ul className="mt-2 list-disc pl-5">
        {errors.map((error) => (
          <li key={`${error.name}:${error.message}`}>
            {error.name ? (
              <a className="link" href={`#${fieldId(error.name)}`}>
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
