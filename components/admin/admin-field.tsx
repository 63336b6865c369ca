import { Field } from "@/components/ui/field";
import { controlStyle, FieldFrame, fieldWiring } from "@/components/ui/field-frame";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { AdminActionState } from "@/lib/auth/admin-action-state";

type Common = { name: string; label: string; hint?: string; value?: string; className?: string };

/** A field of an admin's form as plain data, so that a page on the server can describe it. */
export type FieldSpec = Common &
  (
    | { kind: "text" | "amount" | "number" | "date" | "email"; maxLength?: number }
    | { kind: "area"; rows?: number; maxLength?: number }
    | { kind: "select"; options: { value: string; label: string }[] }
    | { kind: "check" }
  );

/** The field with what was typed at the last try and what was wrong with it. */
export function AdminField({ spec, state }: { spec: FieldSpec; state: AdminActionState }) {
  const refused = state.status === "refused" ? state : null;
  const { name, label, hint, className } = spec;
  const texts = { name, label, hint, className, error: refused?.fields[name] };
  const value = refused ? (refused.values[name] ?? "") : (spec.value ?? "");
  // A new key: the control starts afresh with what came from the server.
  const key = `${name}:${value}`;
  switch (spec.kind) {
    case "area":
      return (
        <TextArea
          key={key}
          {...texts}
          defaultValue={value}
          rows={spec.rows ?? 3}
          maxLength={spec.maxLength}
        />
      );
    case "select":
      return (
        <Select key={key} {...texts} defaultValue={value}>
          {spec.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      );
    case "check":
      return (
        <label key={key} className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            name={name}
            value="on"
            defaultChecked={value === "on"}
            className="size-5 accent-ink"
          />
          <span>
            {label}
            {hint ? <span className="block text-quiet">{hint}</span> : null}
          </span>
        </label>
      );
    case "date":
      return (
        <FieldFrame key={key} {...texts}>
          <input type="date" defaultValue={value} {...fieldWiring(texts)} className={controlStyle} />
        </FieldFrame>
      );
    default:
      return (
        <Field
          key={key}
          {...texts}
          defaultValue={value}
          maxLength={spec.maxLength}
          autoComplete="off"
          {...inputOf[spec.kind]}
        />
      );
  }
}

const inputOf = {
  text: {},
  email: { type: "email", spellCheck: false },
  amount: { inputMode: "decimal", numeric: true },
  number: { inputMode: "numeric", numeric: true },
} as const;
