/** Without blanks and in capitals, as banks and codes want it. */
export function compactIban(text: string): string {
  return text.replace(/\s/g, "").toUpperCase();
}

/** Checks shape and check digits (ISO 13616: modulo 97 leaves 1). Blanks are fine. */
export function isValidIban(text: string): boolean {
  const iban = compactIban(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  let rest = 0;
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of Number.parseInt(letter, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** In groups of four, for the eye only: what is copied or encoded has no blanks. */
export function groupIban(text: string): string {
  return compactIban(text).replace(/(.{4})(?=.)/g, "$1 ");
}
