"use client";

import Link from "next/link";
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { SearchGlyph } from "@/components/shop-search/search-glyph";
import { useSuggestions } from "@/components/shop-search/use-suggestions";
import { join } from "@/components/ui/join";

export type SearchBoxLabels = {
  label: string;
  placeholder: string;
  button: string;
  suggestions: string;
  announce: { none: string; one: string; other: string };
};
type Props = { locale: string; action: string; labels: SearchBoxLabels; className?: string | undefined };

/**
 * The search field: a plain form that leads to the result page, and while one types a list of articles under it, after
 * the ARIA pattern of a combobox with a list (arrow keys choose, Enter opens, Escape closes).
 */
export function SearchBox({ locale, action, labels, className }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useSuggestions(words, locale);
  const shown = open && found !== undefined && found.length > 0;
  const optionId = (index: number) => `${id}-${index}`;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const onLeave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = found?.length ?? 0;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && count > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((at) => (at < 0 && step < 0 ? count - 1 : (at + step + count) % count));
    } else if (event.key === "Enter" && shown && active >= 0) {
      event.preventDefault();
      document.getElementById(optionId(active))?.click();
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      close();
    }
  };
  const onChoose = () => {
    close();
    setWords("");
    if (input.current) input.current.value = "";
  };
  return (
    <search className={join("relative", className)} onBlur={onLeave}>
      <form action={action} className="relative">
        <input
          ref={input}
          name="q"
          type="search"
          role="combobox"
          aria-label={labels.label}
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? optionId(active) : undefined}
          placeholder={labels.placeholder}
          maxLength={100}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(event) => {
            setWords(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
          className="block min-h-11 w-full rounded border border-edge bg-sheet py-1.5 pr-12 pl-4 text-sm text-text placeholder:text-quiet"
        />
        <button
          type="submit"
          aria-label={labels.button}
          className="absolute inset-y-0 right-0 inline-flex w-11 items-center justify-center text-quiet hover:text-ink"
        >
          <SearchGlyph />
        </button>
      </form>
      {shown ? (
        <div
          role="listbox"
          id={`${id}-list`}
          aria-label={labels.suggestions}
          className="absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded border border-edge bg-sheet py-1"
        >
          {found.map(({ path, name, price }, index) => (
            <Link
              key={path}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              href={path}
              prefetch={false}
              onMouseDown={(event) => event.preventDefault()}
              onClick={onChoose}
              className="flex min-h-11 items-center justify-between gap-4 px-4 text-sm hover:bg-paper aria-selected:bg-ink aria-selected:text-on-ink"
            >
              <span className="truncate">{name}</span>
              <span className="tabular-nums">{price}</span>
            </Link>
          ))}
        </div>
      ) : null}
      <p role="status" className="sr-only">
        {open && found ? announce(labels.announce, found.length) : null}
      </p>
    </search>
  );
}

function announce({ none, one, other }: SearchBoxLabels["announce"], count: number): string {
  if (count === 0) return none;
  return count === 1 ? one : other.replace("#", `${count}`);
}
