/** @jsxImportSource hono/jsx */
import type { Texts } from "../texts/texts";
import type { Form, Problems } from "./validate";

type FieldProps = {
  t: Texts;
  name: string;
  label: string;
  form: Form;
  problems: Problems;
  width?: "w2" | "w3" | "w4";
  optional?: boolean;
  hint?: string;
  type?: string;
  autocomplete?: string;
  inputmode?: "numeric" | "email";
  data?: Record<string, string>;
};

function Complaint({ t, name, problems }: { t: Texts; name: string; problems: Problems }) {
  const problem = problems[name];
  if (!problem) return null;
  return (
    <p class="error-text" id={`${name}-error`}>
      {t.problems.field[problem]}
    </p>
  );
}

function describedBy(name: string, problems: Problems, hint: string | undefined): string | undefined {
  const ids = [problems[name] ? `${name}-error` : null, hint ? `${name}-hint` : null].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** A labelled text field that keeps what was typed and says at itself what is wrong. */
export function Field(props: FieldProps) {
  const { t, name, label, form, problems, width, optional, hint } = props;
  return (
    <div class={`field ${width ?? ""}`}>
      <label for={name}>
        {label} {optional ? <span class="quiet">({t.customer.optional})</span> : null}
      </label>
      <input
        id={name}
        name={name}
        type={props.type ?? "text"}
        value={form[name] ?? ""}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={120}
        aria-required={optional ? undefined : "true"}
        aria-invalid={problems[name] ? "true" : undefined}
        aria-describedby={describedBy(name, problems, hint)}
        {...props.data}
      />
      {hint ? (
        <p class="hint-text" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <Complaint t={t} name={name} problems={problems} />
    </div>
  );
}

/** A labelled list to pick from. */
export function Choice(props: Omit<FieldProps, "data"> & { options: Record<string, string> }) {
  const { t, name, label, form, problems, width, options } = props;
  return (
    <div class={`field ${width ?? ""}`}>
      <label for={name}>{label}</label>
      <select
        id={name}
        name={name}
        autocomplete={props.autocomplete}
        aria-invalid={problems[name] ? "true" : undefined}
        aria-describedby={describedBy(name, problems, undefined)}
      >
        {Object.entries(options).map(([value, text]) => (
          <option key={value} value={value} selected={form[name] === value}>
            {text}
          </option>
        ))}
      </select>
      <Complaint t={t} name={name} problems={problems} />
    </div>
  );
}

/** A box to tick, with its sentence. */
export function Tick({ t, name, label, form, problems }: Omit<FieldProps, "width" | "data">) {
  return (
    <div class="check">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        checked={Boolean(form[name])}
        aria-invalid={problems[name] ? "true" : undefined}
        aria-describedby={describedBy(name, problems, undefined)}
      />
      <label for={name}>{label}</label>
      <Complaint t={t} name={name} problems={problems} />
    </div>
  );
}

/** The sentence above a form that could not be accepted. */
export function ProblemNotice({ t, problems }: { t: Texts; problems: Problems }) {
  if (Object.keys(problems).length === 0) return null;
  return (
    <p class="notice bad" role="alert">
      {t.problems.title}
    </p>
  );
}
