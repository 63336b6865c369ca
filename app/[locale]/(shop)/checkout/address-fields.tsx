import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { FormParts } from "./labels";

type Name =
  | "company"
  | "vatId"
  | "forename"
  | "surname"
  | "street"
  | "streetNumber"
  | "addition"
  | "postalCode"
  | "city"
  | "country";
type Props = FormParts & { kind: "billing" | "shipping"; title: string };

const more = ["company", "vatId", "addition"] as const;

/** An address in German order: name, street and number, postcode before town. */
export function AddressFields({ kind, title, labels, errorOf, typed }: Props) {
  const { address } = labels;
  const field = (name: Name, autoComplete: string) => ({
    name: `${kind}.${name}`,
    label: address[name],
    error: errorOf(`${kind}.${name}`),
    defaultValue: typed(`${kind}.${name}`),
    autoComplete: autoComplete === "off" ? "off" : `${kind} ${autoComplete}`,
  });
  const line = { required: true, maxLength: 50 };
  const free = { optional: address.optional, maxLength: 50 };
  const country = field("country", "country");
  return (
    <fieldset className="grid grid-cols-6 gap-x-4 gap-y-5">
      <legend className="mb-5 font-serif text-2xl">{title}</legend>
      <Field {...field("forename", "given-name")} {...line} className="col-span-6 sm:col-span-3" />
      <Field {...field("surname", "family-name")} {...line} className="col-span-6 sm:col-span-3" />
      <Field {...field("street", "address-line1")} {...line} className="col-span-6 sm:col-span-4" />
      <Field {...field("streetNumber", "off")} required maxLength={10} className="col-span-3 sm:col-span-2" />
      <Field
        {...field("postalCode", "postal-code")}
        required
        maxLength={10}
        inputMode="numeric"
        numeric
        className="col-span-3 sm:col-span-2"
      />
      <Field {...field("city", "address-level2")} {...line} className="col-span-3 sm:col-span-4" />
      <Select
        key={country.defaultValue}
        {...country}
        hint={address.countryHint}
        defaultValue={country.defaultValue || "DE"}
        required
        className="col-span-6"
      >
        {Object.entries(address.countries).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      {/* Few need these: they are out of the way until asked for, or when they hold something. */}
      <details
        open={more.some((name) => typed(`${kind}.${name}`) !== "") || undefined}
        className="col-span-6"
      >
        <summary className="min-h-11 content-center text-sm text-ink underline underline-offset-4">
          {address.more}
        </summary>
        <div className="mt-3 grid gap-5">
          <Field {...field("company", "organization")} {...free} />
          {kind === "billing" ? (
            <Field
              {...field("vatId", "off")}
              optional={address.optional}
              hint={address.vatIdHint}
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={20}
            />
          ) : null}
          <Field {...field("addition", "address-line2")} {...free} />
        </div>
      </details>
    </fieldset>
  );
}
