/**
 * Words as they are searched: lower case, without accents, umlauts and their spellings with e alike ("Füller", "Fueller"
 * and "fuller" are one), anything but letters and digits a blank.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/([aou])e/g, "$1")
    .replace(/[^\p{L}\p{N}@.]+/gu, " ")
    .trim();
}
