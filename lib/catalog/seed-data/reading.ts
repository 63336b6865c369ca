import type { SeedItem } from "@/lib/catalog/seed-data/item";

export const reading: SeedItem[] = [
  {
    sku: "BU-0001",
    slug: "handbuch-der-schoenschrift",
    category: "lesen",
    name: { de: "Handbuch der Schönschrift", en: "Handbook of Penmanship" },
    summary: {
      de: "Zwölf Wochen, zwanzig Minuten am Tag. In deutscher Sprache.",
      en: "Twelve weeks, twenty minutes a day. In German.",
    },
    description: {
      de: "Ein Übungsbuch für Erwachsene, die ihre Handschrift wieder lesen möchten. Von der Haltung über den Rhythmus zu ganzen Seiten, mit vielen Vorlagen und wenig Theorie. 208 Seiten, Leineneinband, Lesebändchen.",
      en: "A practice book for adults who would like to read their own handwriting again. From posture to rhythm to whole pages, with many models and little theory. 208 pages, in German, cloth-bound, with a ribbon.",
    },
    price: 2600,
    vatPercent: 7,
    stock: 27,
    age: 9,
  },
  {
    sku: "KK-0250",
    slug: "kontor-kaffee-250g",
    category: "lesen",
    name: { de: "Kontor Kaffee, 250 g", en: "Kontor coffee, 250 g" },
    summary: {
      de: "Hausröstung, ganze Bohne, mittel.",
      en: "House roast, whole bean, medium.",
    },
    description: {
      de: "Arabica aus zwei Ernten, mittel geröstet, schmeckt nach Nuss und ein wenig nach dunkler Schokolade. Ganze Bohnen; für Filter und Stempelkanne mahlen Sie grob, für die Espressokanne fein. Das Röstdatum steht auf der Tüte.",
      en: "Arabica from two harvests, roasted medium, tasting of nuts and a little dark chocolate. Whole beans: grind coarse for filter and press, fine for the stove-top pot. The roasting date is on the bag.",
    },
    price: 890,
    vatPercent: 7,
    stock: 44,
    age: 100,
    unitPrice: { amount: 250, unit: "g", per: 1000 },
  },
];
