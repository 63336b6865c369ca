import * as jsvat from "jsvat";

/** The countries of the EU whose companies have such a number. */
const european = [
  jsvat.austria,
  jsvat.belgium,
  jsvat.bulgaria,
  jsvat.croatia,
  jsvat.cyprus,
  jsvat.czechRepublic,
  jsvat.denmark,
  jsvat.estonia,
  jsvat.finland,
  jsvat.france,
  jsvat.germany,
  jsvat.greece,
  jsvat.hungary,
  jsvat.ireland,
  jsvat.italy,
  jsvat.latvia,
  jsvat.lithuania,
  jsvat.luxembourg,
  jsvat.malta,
  jsvat.netherlands,
  jsvat.poland,
  jsvat.portugal,
  jsvat.romania,
  jsvat.slovakiaRepublic,
  jsvat.slovenia,
  jsvat.spain,
  jsvat.sweden,
];

/** A VAT identification number as it is kept: upper case, without blanks, dots and hyphens. */
export function plainVatId(typed: string): string {
  return typed.replace(/[\s.-]/g, "").toUpperCase();
}

/** Whether the number has an EU country's form and its check digits are right. It may still belong to nobody. */
export function isVatId(typed: string): boolean {
  const plain = plainVatId(typed);
  return plain.length <= 20 && jsvat.checkVAT(plain, european).isValid;
}
