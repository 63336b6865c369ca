import type { Localized } from "@/lib/db/schema";
import { fold } from "@/lib/text/fold";

/** The shop's departments, in the order of the navigation. The id is the `category` of a product and part of the address. */
export const categories = [
  {
    id: "schreiben",
    name: { de: "Schreiben", en: "Writing" },
    intro: {
      de: "Stifte, die man gern in die Hand nimmt, und die Tinte dazu.",
      en: "Pens and pencils you like to pick up, and the ink to go with them.",
    },
    picture: "stifteetui-linie",
  },
  {
    id: "papier",
    name: { de: "Papier", en: "Paper" },
    intro: {
      de: "Zum Vollschreiben, Verschicken und Versiegeln.",
      en: "For filling, for sending, for sealing.",
    },
    picture: "briefpapier-set",
  },
  {
    id: "schreibtisch",
    name: { de: "Schreibtisch", en: "Desk" },
    intro: {
      de: "Messing, Leder und Nussbaum: Dinge, die liegen bleiben dürfen.",
      en: "Brass, leather and walnut: things that may stay where they are.",
    },
    picture: "messing-lineal-20cm",
  },
  {
    id: "lesen",
    name: { de: "Lektüre & Kaffee", en: "Reading & coffee" },
    intro: {
      de: "Für die Viertelstunde, bevor man anfängt.",
      en: "For the quarter of an hour before you start.",
    },
    picture: "kontor-kaffee-250g",
  },
] as const satisfies readonly { id: string; name: Localized; intro: Localized; picture: string }[];

export type Category = (typeof categories)[number];
export type CategoryId = Category["id"];

/** The department with this id, or null: ids come from addresses. */
export function findCategory(id: string): Category | null {
  return categories.find((category) => category.id === id) ?? null;
}

/** The departments whose name, in either language, has a word that begins with this folded one of at least three letters. */
export function categoriesCalled(word: string): CategoryId[] {
  if (word.length < 3) return [];
  const called = (name: Localized) =>
    fold(`${name.de} ${name.en}`)
      .split(" ")
      .some((part) => part.startsWith(word));
  return categories.filter(({ name }) => called(name)).map(({ id }) => id);
}
