"use client";

import { useEffect, useState } from "react";
import { join } from "@/components/ui/join";

type Props = { value: string; label: string; idle: string; done: string; failed: string };

/**
 * Copies a value; says so in place and to screen readers. Appears only once it can work, that is with JavaScript; until
 * then its place is kept, so that nothing moves.
 */
export function CopyButton({ value, label, idle, done, failed }: Props) {
  const [state, setState] = useState<"hidden" | "idle" | "done" | "failed">("hidden");
  useEffect(() => setState("idle"), []);
  useEffect(() => {
    if (state !== "done" && state !== "failed") return;
    const timer = setTimeout(() => setState("idle"), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const text = state === "done" ? done : state === "failed" ? failed : idle;
  const copy = () => copyText(value).then((ok) => setState(ok ? "done" : "failed"));
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={state === "done" || state === "failed" ? text : label}
      className={join(
        "min-h-11 min-w-24 shrink-0 rounded border border-edge px-3 text-sm text-ink hover:border-ink print:hidden",
        state === "hidden" && "invisible",
      )}
    >
      <span aria-live="polite">{text}</span>
    </button>
  );
}

/** The clipboard needs a secure context; a selected field works everywhere else. */
async function copyText(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = value;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const ok = document.execCommand("copy");
    area.remove();
    return ok;
  }
}
