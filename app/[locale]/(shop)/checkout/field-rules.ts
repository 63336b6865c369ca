/**
 * What a single field may hold, for the moment it is left. Small and without a library, since it travels to the browser;
 * schema.ts decides on the server. Whatever is refused here is refused there, with the same message.
 */

export const countries = ["DE", "AT"] as const;

/** Most characters of a field; lengths are those secuconnect keeps (api.md 6.3). */
export const longest = {
  email: 254,
  company: 50,
  forename: 50,
  surname: 50,
  street: 50,
  streetNumber: 10,
  addition: 50,
  postalCode: 10,
  city: 50,
} as const;

/** Keys below `checkout.errors` for what has to be filled in. */
export const missing = {
  email: "email_missing",
  forename: "forename_missing",
  surname: "surname_missing",
  street: "street_missing",
  streetNumber: "street_number_missing",
  postalCode: "postal_missing",
  city: "city_missing",
} as const;

/** One line of text without control characters and doubled blanks. */
export const clean = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();

/** The key of what is wrong with a postcode of this country; an empty one is another matter. */
export function postalProblem(postalCode: string, country: string | undefined): string | null {
  if (postalCode === "") return null;
  if (country === "DE" && !/^\d{5}$/.test(postalCode)) return "postal_de";
  if (country === "AT" && !/^\d{4}$/.test(postalCode)) return "postal_at";
  return null;
}

/**
 * What is wrong with a field as it was left, as a key below `checkout.errors`; null: nothing, or nothing that can be said
 * of the field alone. `country` is that of the same address.
 */
export function fieldProblem(name: string, typed: string, country: string | undefined): string | null {
  const field = name.split(".").at(-1) ?? "";
  const value = clean(typed);
  if (value === "") return isNamed(missing, field) ? missing[field] : null;
  const postal = field === "postalCode" ? postalProblem(value, country) : null;
  if (postal) return postal;
  if (isNamed(longest, field) && value.length > longest[field]) return `too_long_${longest[field]}`;
  if (field === "email") return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value) ? null : "email_invalid";
  return null;
}

function isNamed<Names extends object>(names: Names, name: string): name is Extract<keyof Names, string> {
  return Object.hasOwn(names, name);
}
