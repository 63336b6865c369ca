type Props = { texts: { label: string; hint: string }; typed: (name: string) => string };

/** The buyer's agreement to be known again on this device; never ticked beforehand. */
export function RememberField({ texts, typed }: Props) {
  return (
    <div>
      <label className="flex min-h-11 items-start gap-3">
        <input
          key={typed("remember")}
          type="checkbox"
          name="remember"
          value="1"
          defaultChecked={typed("remember") === "1"}
          aria-describedby="remember-hint"
          className="mt-1 size-5 shrink-0 accent-ink"
        />
        {texts.label}
      </label>
      <p id="remember-hint" className="pl-8 text-sm text-quiet">
        {texts.hint}
      </p>
    </div>
  );
}
