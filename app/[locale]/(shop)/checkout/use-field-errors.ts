"use client";

import { type FocusEvent, type FormEvent, useState } from "react";
import { fieldProblem } from "./field-rules";

type Refused = { fields: Record<string, string> } | null;
/** What was found since the last answer of the server; null: mended. */
type Found = Record<string, string | null>;

const none: Record<string, string> = {};

/**
 * The messages at the fields: what the server refused, and what is seen when a field is left. One goes as soon as it is
 * mended and changes while it is not. An empty field is left alone until somebody tried to order.
 */
export function useFieldErrors(refused: Refused) {
  const [since, setSince] = useState<{ refused: Refused; found: Found }>({ refused, found: {} });
  const found = since.refused === refused ? since.found : {};
  const fields = refused?.fields ?? none;
  const keyOf = (name: string) => (name in found ? found[name] : fields[name]) ?? undefined;
  const note = (news: Found) => setSince({ refused, found: { ...found, ...news } });

  function onBlur(event: FocusEvent<HTMLFormElement>) {
    const field = readField(event.target);
    if (!field || field.value.trim() === "") return;
    const problem = fieldProblem(field.name, field.value, field.country);
    if (problem !== (keyOf(field.name) ?? null)) note({ [field.name]: problem });
  }

  function onInput(event: FormEvent<HTMLFormElement>) {
    const field = readField(event.target);
    if (!field) return;
    const { name, value, country } = field;
    const news: Found = keyOf(name) ? { [name]: fieldProblem(name, value, country) } : {};
    if (name.endsWith(".country")) {
      const postal = name.replace("country", "postalCode");
      const typed = readNamed(event.currentTarget, postal);
      if (typed) news[postal] = fieldProblem(postal, typed, value);
    }
    if (Object.keys(news).length > 0) note(news);
  }

  /** The latest message that came up without the server, for a live region. */
  const latest = Object.values(found).filter(Boolean).at(-1) ?? null;
  return { keyOf, onBlur, onInput, latest };
}

function readField(target: EventTarget) {
  const isField =
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement;
  if (!isField || target.name === "") return null;
  const { name, value, form } = target;
  const country = form ? readNamed(form, `${name.split(".")[0]}.country`) : undefined;
  return { name, value, country };
}

function readNamed(form: HTMLFormElement, name: string): string | undefined {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : undefined;
}
