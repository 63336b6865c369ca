"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Sheet } from "@/components/ui/sheet";
import { TextArea } from "@/components/ui/text-area";
import type { Messages } from "@/lib/i18n/messages";
import { withdrawAction } from "./actions";

const names = ["name", "orderReference", "email", "message"] as const;
type Fields = Record<(typeof names)[number], string>;
type Labels = Omit<Messages["withdrawal"], "find" | "title" | "link">;
type Props = {
  locale: "de" | "en";
  formToken: string;
  /** What the order's page hands over. */
  known: Fields;
  labels: Labels;
  /** What is above the first step. */
  children: ReactNode;
};

/** The two steps of a withdrawal and its receipt. Each is an answer of the server, so it works without JavaScript. */
export function WithdrawalForm({ locale, formToken, known, labels, children }: Props) {
  const [state, action, sending] = useActionState(withdrawAction, null);
  const refused = state && !state.ok ? state : null;
  const answer = state?.ok ? state.data : null;
  const step = answer?.step ?? "form";
  const heading = useFocusOnChange(step);
  const fields = answer?.fields ?? (refused ? { ...known, ...refused.values } : known);
  const errorOf = (name: string) => {
    const key = refused?.fields[name];
    return key && messageOf(labels, key);
  };
  const hidden = { locale, formToken };

  if (answer?.step === "done")
    return <Received {...answer} locale={locale} labels={labels} heading={heading} />;
  if (step === "confirm")
    return (
      <form action={action}>
        <Sheet className="flex flex-col gap-6">
          <Steps labels={labels} current="confirm" />
          <h2 ref={heading} tabIndex={-1} className="font-serif text-2xl outline-none">
            {labels.confirm.title}
          </h2>
          <Declared fields={fields} labels={labels} />
          <p>{labels.confirm.text}</p>
          <Hidden values={{ ...hidden, ...fields }} />
          <div className="flex flex-col gap-3 sm:flex-row-reverse sm:justify-end">
            <Button name="intent" value="confirm" size="large" disabled={sending}>
              {sending ? labels.confirm.sending : labels.confirm.submit}
            </Button>
            <Button name="intent" value="edit" size="large" variant="secondary" disabled={sending}>
              {labels.confirm.edit}
            </Button>
          </div>
        </Sheet>
      </form>
    );

  const texts = (name: keyof Fields) => ({
    name,
    label: labels.fields[name],
    error: errorOf(name),
    defaultValue: fields[name],
  });
  return (
    <>
      {children}
      <form action={action} noValidate className="flex flex-col gap-6" key={JSON.stringify(fields)}>
        <Steps labels={labels} current="form" />
        <h2 ref={heading} tabIndex={-1} className="sr-only">
          {labels.steps.form}
        </h2>
        <ErrorSummary title={labels.errors.title} errors={summary(refused, labels)} />
        <Hidden values={{ ...hidden, intent: "check" }} />
        <Field {...texts("name")} autoComplete="name" required maxLength={120} />
        <Field
          {...texts("orderReference")}
          hint={labels.fields.orderReferenceHint}
          autoComplete="off"
          required
          maxLength={200}
        />
        <Field
          {...texts("email")}
          hint={labels.fields.emailHint}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
        />
        <TextArea
          {...texts("message")}
          optional={labels.fields.optional}
          hint={labels.fields.messageHint}
          maxLength={2000}
        />
        <Button size="large" disabled={sending} className="sm:self-start">
          {sending ? labels.sending : labels.next}
        </Button>
      </form>
    </>
  );
}

function messageOf({ errors }: Labels, key: string): string {
  const known: Record<string, string> = errors;
  return known[key] ?? key;
}

function summary(refused: { form?: string; fields: Record<string, string> } | null, labels: Labels) {
  if (!refused) return [];
  const whole = refused.form ?? refused.fields.formToken;
  const errors = names.flatMap((name) => {
    const key = refused.fields[name];
    return key ? [{ name: name as string, message: messageOf(labels, key) }] : [];
  });
  return whole ? [{ name: "", message: messageOf(labels, whole) }, ...errors] : errors;
}

function Hidden({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) =>
    name === "message" ? (
      <textarea key={name} name={name} defaultValue={value} hidden readOnly />
    ) : (
      <input key={name} type="hidden" name={name} value={value} />
    ),
  );
}

function Steps({ labels, current }: { labels: Labels; current: "form" | "confirm" }) {
  return (
    <ol aria-label={labels.steps.label} className="flex gap-6 text-sm">
      {(["form", "confirm"] as const).map((step, index) => (
        <li
          key={step}
          aria-current={step === current ? "step" : undefined}
          className={step === current ? "font-medium text-ink" : "text-quiet"}
        >
          {index + 1}. {labels.steps[step]}
        </li>
      ))}
    </ol>
  );
}

function Declared({ fields, labels }: { fields: Fields; labels: Labels }) {
  return (
    <dl className="flex flex-col gap-4">
      {names
        .filter((name) => fields[name] !== "")
        .map((name) => (
          <div key={name}>
            <dt className="text-sm text-quiet">{labels.fields[name]}</dt>
            <dd className="break-words whitespace-pre-line">{fields[name]}</dd>
          </div>
        ))}
    </dl>
  );
}

type ReceivedProps = {
  fields: Fields;
  receivedAt: string;
  locale: "de" | "en";
  labels: Labels;
  heading: React.Ref<HTMLHeadingElement>;
};

function Received({ fields, receivedAt, locale, labels, heading }: ReceivedProps) {
  const moment = new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", {
    dateStyle: "long",
    timeStyle: "medium",
    timeZone: "Europe/Berlin",
  }).format(new Date(receivedAt));
  return (
    <Sheet className="flex flex-col gap-6">
      <h2 ref={heading} tabIndex={-1} className="font-serif text-2xl text-moss outline-none">
        {labels.done.title}
      </h2>
      <p>{labels.done.text.replace("{moment}", moment).replace("{email}", fields.email)}</p>
      <Declared fields={fields} labels={labels} />
      <p>{labels.done.next}</p>
      <p className="text-sm text-quiet print:hidden">{labels.done.print}</p>
    </Sheet>
  );
}

/** Who does not see the step change is taken to its heading; not when the page opens. */
function useFocusOnChange(step: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return heading;
}
