/** @jsxImportSource hono/jsx */
import type { Contact, Method } from "../../types";
import { AsideLinks } from "./aside-links";
import { Field, ProblemNotice, Tick } from "./fields";
import { type CheckoutView, Frame } from "./frame";
import { MethodIcon } from "./icons";
import { payHref } from "./link";
import { type Notice, NoticeBox } from "./method-list";
import { TestData } from "./test-data";
import type { Form, Problems } from "./validate";

type FormProps = { view: CheckoutView; form: Form; problems: Problems };

function CardFields({ view: { t }, form, problems }: FormProps) {
  const common = { t, form, problems };
  return (
    <div class="fields">
      <Field {...common} name="owner" label={t.card.owner} autocomplete="cc-name" />
      <Field
        {...common}
        name="number"
        label={t.card.number}
        autocomplete="cc-number"
        inputmode="numeric"
        data={{ "data-group": "4" }}
      />
      <Field
        {...common}
        name="expiry"
        label={t.card.expiry}
        hint={t.card.expiryHint}
        width="w3"
        autocomplete="cc-exp"
        inputmode="numeric"
        data={{ "data-expiry": "" }}
      />
      <Field
        {...common}
        name="code"
        label={t.card.code}
        hint={t.card.codeHint}
        width="w3"
        autocomplete="cc-csc"
        inputmode="numeric"
      />
    </div>
  );
}

function DebitFields({ view: { t, shop }, form, problems }: FormProps) {
  const common = { t, form, problems };
  return (
    <div class="fields">
      <Field {...common} name="owner" label={t.debit.owner} autocomplete="name" />
      <Field {...common} name="iban" label={t.debit.iban} autocomplete="off" data={{ "data-group": "4" }} />
      <p class="field notice small">{t.debit.mandate(shop)}</p>
      <Tick {...common} name="mandate" label={t.debit.agree} />
    </div>
  );
}

function Payer({ view, contact, locked }: { view: CheckoutView; contact: Contact; locked: boolean }) {
  const { t, link } = view;
  const { address } = contact;
  const lines = [
    contact.companyname,
    contact.name,
    address ? [address.street, address.street_number].filter(Boolean).join(" ") : null,
    address ? [address.postal_code, address.city].filter(Boolean).join(" ") : null,
    contact.email,
  ].filter(Boolean);
  return (
    <div class="given">
      <div>
        <span class="quiet">{t.customer.given}</span>
        {locked ? null : <a href={payHref(link, "/checkout", { edit: "customer" })}>{t.customer.change}</a>}
      </div>
      <p>{lines.join(", ")}</p>
    </div>
  );
}

type PayProps = FormProps & {
  method: Method;
  notice: Notice;
  contact: Contact | undefined;
  locked: boolean;
  otherMethods: boolean;
  captures: boolean;
  /** Changes with every attempt and every change of the order: an old form is not executed twice. */
  state: string;
  /** A future expiry for the test cards, MM/YY. */
  testExpiry: string;
};

/** The last step: the method's data and the one button. */
export function PayPage(props: PayProps) {
  const { view, method, notice, contact, locked, otherMethods, captures, state, problems } = props;
  const { t, link, smart } = view;
  const wording = smart.applicationContext.iframe_opts?.submit_button_title;
  return (
    <Frame view={view} step="pay">
      <div class="stack">
        <NoticeBox notice={notice} />
        <div class="method-head">
          <MethodIcon method={method} />
          <h1>{t.methods[method].name}</h1>
        </div>
        <p class="quiet">{t.leads[method]}</p>
        <ProblemNotice t={t} problems={problems} />
      </div>
      {contact ? <Payer view={view} contact={contact} locked={locked} /> : null}
      <form method="post" action={payHref(link, "/checkout/pay")} novalidate>
        <input type="hidden" name="state" value={state} />
        {method === "creditcard" ? <CardFields {...props} /> : null}
        {method === "debit" ? <DebitFields {...props} /> : null}
        <div class="actions">
          <button class="primary" type="submit">
            {typeof wording === "string" && wording ? wording : captures ? t.pay.capture : t.pay.authorise}
          </button>
        </div>
      </form>
      <TestData t={t} method={method} expiry={props.testExpiry} />
      <AsideLinks view={view} otherMethods={otherMethods} />
    </Frame>
  );
}
