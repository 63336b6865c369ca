import type { CategoryId } from "@/lib/catalog/categories";
import type { Localized, Producer } from "@/lib/db/schema";

/** Sample producers, one a department: who sells for real puts in the real ones (Regulation (EU) 2023/988). */
const producers: Record<CategoryId, Producer> = {
  schreiben: sample("Muster-Schreibgeräte", "Musterstraße 2", "schreiben"),
  papier: sample("Muster-Papierwaren", "Musterstraße 3", "papier"),
  schreibtisch: sample("Muster-Schreibtischwaren", "Musterstraße 4", "schreibtisch"),
  lesen: sample("Muster-Verlag und Rösterei", "Musterstraße 5", "lesen"),
};

const warnings: Record<string, Localized> = {
  "tinte-koenigsblau-50ml": {
    de: "Nicht zum Verzehr. Von kleinen Kindern fernhalten.",
    en: "Not for consumption. Keep away from small children.",
  },
  tintenloescher: {
    de: "Nicht in den Mund nehmen. Von kleinen Kindern fernhalten.",
    en: "Keep out of the mouth and away from small children.",
  },
  "siegelwachs-rot": {
    de: "Beim Schmelzen heiß. Offene Flamme nie unbeaufsichtigt lassen.",
    en: "Hot when molten. Never leave an open flame unattended.",
  },
  "bueroklammern-dose": {
    de: "Kleine Teile. Nicht für Kinder unter drei Jahren.",
    en: "Small parts. Not for children under three years.",
  },
  "spitzer-messing": {
    de: "Scharfe Klinge. Nicht für Kinder unter drei Jahren.",
    en: "Sharp blade. Not for children under three years.",
  },
};

function sample(name: string, street: string, mailbox: string): Producer {
  return {
    name: `${name} (Muster)`,
    address: `${street}, 12345 Musterstadt, Deutschland`,
    email: `${mailbox}@hersteller.example`,
  };
}

/** The sample producer of a product of the seed, with what to mind when using it. */
export function sampleProducer(category: CategoryId, slug: string): Producer {
  return { ...producers[category], warning: warnings[slug] };
}
