import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { FormParts } from "./labels";

type Name =
  | "company"
  | "forename"
  | "surname"
  | "street"
  | "streetNumber"
  | "addition"
  | "postalCode"
  | "city"
  | "country";
type Props = FormParts & { kind: "billing" | "shipping"; title: string };

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
      <Field {...field("company", "organization")} {...free} className="col-span-6" />
      <Field {...field("street", "address-line1")} {...line} className="col-span-4" />
      <Field {...field("streetNumber", "off")} required maxLength={10} className="col-span-2" />
      <Field {...field("addition", "address-line2")} {...free} className="col-span-6" />
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
        defaultValue={country.defaultValue || "DE"}
        required
        className="col-span-6 sm:col-span-3"
      >
        {Object.entries(address.countries).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </fieldset>
  );
}
