/** The magnifying glass; says nothing by itself. */
export function SearchGlyph() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-6 fill-none stroke-current stroke-[1.5]"
      strokeLinecap="round"
    >
      <path d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm4.7 11.2L20 20" />
    </svg>
  );
}
