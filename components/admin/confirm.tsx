import { useId } from "react";

/** The tick that something is meant. Never set by itself: each try is confirmed anew. */
export function Confirm({ label, error }: { label: string; error: string | undefined }) {
  const id = useId();
  return (
    <div>
      <label className="flex min-h-9 items-start gap-3 text-sm">
        <input
          type="checkbox"
          name="confirm"
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          className="size-5 shrink-0 accent-ink"
        />
        {label}
      </label>
      {error ? (
        <p id={id} className="text-sm text-oxblood">
          <span aria-hidden="true">! </span>
          {error}
        </p>
      ) : null}
    </div>
  );
}
