const LENGTHS: Record<string, number> = {
  DE: 22,
  AT: 20,
  CH: 21,
  NL: 18,
  BE: 16,
  FR: 27,
  IT: 27,
  ES: 24,
  LU: 20,
};

/** IBAN without blanks, in capitals. */
export function cleanIban(iban: string): string {
  return iban.replace(/\s+/g, "").toUpperCase();
}

/** Do form and check digits (ISO 13616, mod 97) fit? Blanks do not matter. */
export function isValidIban(iban: string): boolean {
  const clean = cleanIban(iban);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(clean)) return false;
  const length = LENGTHS[clean.slice(0, 2)];
  if (length !== undefined && clean.length !== length) return false;
  const turned = clean.slice(4) + clean.slice(0, 4);
  let rest = 0;
  for (const char of turned) {
    const digits = /\d/.test(char) ? char : String(char.charCodeAt(0) - 55);
    for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** `DE38XXXXXXXXXXXXXX1234` */
export function maskIban(iban: string): string {
  return `${iban.slice(0, 4)}${"X".repeat(Math.max(0, iban.length - 8))}${iban.slice(-4)}`;
}
