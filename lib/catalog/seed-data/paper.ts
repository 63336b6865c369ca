import type { SeedItem } from "@/lib/catalog/seed-data/item";

export const paper: SeedItem[] = [
  {
    sku: "NB-0500",
    slug: "notizbuch-a5",
    category: "papier",
    name: { de: "Notizbuch A5", en: "Notebook A5" },
    summary: {
      de: "192 Seiten, punktkariert, Leinen, liegt flach.",
      en: "192 pages, dot grid, linen, lies flat.",
    },
    description: {
      de: "Fadengeheftet, deshalb bleibt es auf jeder Seite offen liegen. Das Papier hat 100 Gramm und nimmt Tinte ohne durchzubluten. Leinen in Tintenblau, runde Ecken, Gummiband und Lesebändchen in Ochsenblut, hinten eine Falttasche für Belege.",
      en: "Thread-sewn, so it stays open at any page. The paper weighs 100 grams and takes ink without bleeding through. Ink-blue linen, rounded corners, elastic band and ribbon in oxblood, and a pocket at the back for receipts.",
    },
    price: 1890,
    vatPercent: 19,
    stock: 75,
    age: 170,
  },
  {
    sku: "BP-0040",
    slug: "briefpapier-set",
    category: "papier",
    name: { de: "Briefpapier-Set", en: "Letter paper set" },
    summary: {
      de: "40 Bogen, 20 Umschläge, ein Band.",
      en: "40 sheets, 20 envelopes, one ribbon.",
    },
    description: {
      de: "Weißes Papier mit leichtem Griff im Format A5, dazu gefütterte Umschläge in Creme. 120 Gramm, beidseitig beschreibbar, ohne Linien; ein Linienblatt zum Unterlegen ist dabei. Für Briefe, die man aufhebt.",
      en: "White A5 paper with a little tooth, and lined cream envelopes. 120 grams, good on both sides, unruled; a sheet of guide lines to put underneath is included. For letters that are kept.",
    },
    price: 2400,
    vatPercent: 19,
    stock: 40,
    age: 75,
  },
  {
    sku: "SW-0101",
    slug: "siegelwachs-rot",
    category: "papier",
    name: { de: "Siegelwachs, rot", en: "Sealing wax, red" },
    summary: {
      de: "Eine Stange für etwa zwanzig Siegel.",
      en: "One stick for about twenty seals.",
    },
    description: {
      de: "Weiches Wachs auf Harzbasis, das auf dem Weg durch die Post nicht springt. Über einer Kerze oder mit der Heißluft anschmelzen, zehn Sekunden warten, Stempel aufsetzen. Nicht in Kinderhände, nicht unbeaufsichtigt erhitzen. Stempel und Umschlag im Bild gehören nicht zum Lieferumfang.",
      en: "Soft resin-based wax that does not crack on its way through the post. Melt it over a candle or with hot air, wait ten seconds, set the stamp. Keep it from children and never leave it while heating. Stamp and envelope in the picture are not included.",
    },
    price: 690,
    vatPercent: 19,
    stock: 0,
    age: 140,
  },
  {
    sku: "WK-2027",
    slug: "wandkalender-2027",
    category: "papier",
    name: { de: "Wandkalender 2027", en: "Wall calendar 2027" },
    summary: {
      de: "Zwölf große Blätter mit Platz zum Schreiben.",
      en: "Twelve large sheets with room to write.",
    },
    description: {
      de: "Ein Monat je Blatt, Kalenderwochen am Rand, Feiertage nur als kleiner Punkt. 170-Gramm-Papier, auf dem auch ein Füller nicht verläuft. Die Leiste aus Nussbaum bleibt, die Blätter wechseln jedes Jahr.",
      en: "One month to a sheet, week numbers at the edge, holidays marked with no more than a dot. 170-gram paper that takes a fountain pen. The walnut rail stays; the sheets change every year.",
    },
    price: 2800,
    vatPercent: 19,
    stock: 55,
    age: 6,
  },
];
