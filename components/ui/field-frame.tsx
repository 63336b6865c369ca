import type { ReactNode } from "react";
import { join } from "@/components/ui/join";

export type FieldTexts = {
  /** The form's field name; the control's id is `field-<name>`, which ErrorSummary links to. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Shown beside the label of a field that may stay empty, e.g. "optional". */
  optional?: string | undefined;
  className?: string | undefined;
};

/** The id of a field's control. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** What ties a control to its label, hint and error. Spread it on the input, select or textarea. */
export function fieldWiring({ name, hint, error }: Pick<FieldTexts, "name" | "hint" | "error">) {
  const id = fieldId(name);
  const described = join(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return {
    id,
    name,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": described || undefined,
  };
}

/** Looks of every text control of the shop. */
export const controlStyle =
  "block w-full rounded border border-edge bg-sheet px-3 py-2 text-base leading-7 text-text min-h-12 " +
  "placeholder:text-quiet aria-invalid:border-2 aria-invalid:border-oxblood";

/** Label above, then hint, control and error. The control comes as child and carries `fieldWiring`. */
export function FieldFrame(props: FieldTexts & { children: ReactNode }) {
  const id = fieldId(props.name);
  return (
    <div className={join("flex min-w-0 flex-col gap-1", props.className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {props.label}
        {props.optional ? <span className="font-normal text-quiet"> ({props.optional})</span> : null}
      </label>
      {props.hint ? (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {props.hint}
        </p>
      ) : null}
      {props.children}
      {props.error ? (
        <p
          id={`${id}-error`}
          className="flex items-start gap-2 text-sm wrap-anywhere hyphens-auto text-oxblood"
        >
          <span aria-hidden="true" className="font-semibold">
            !
          </span>
          <span className="min-w-0 break-words hyphens-auto">{props.error}</span>
        </p>
      ) : null}
    </div>
  );
}
