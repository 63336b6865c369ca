import type { SeedItem } from "@/lib/catalog/seed-data/item";

export const writing: SeedItem[] = [
  {
    sku: "KU-8050",
    slug: "kugelschreiber-linie-8050",
    category: "schreiben",
    name: { de: "Kugelschreiber Linie 8050", en: "Ball pen Linie 8050" },
    summary: {
      de: "Tintenblauer Lack, Messing, ein Klick, der sitzt.",
      en: "Ink-blue lacquer, brass, a click that sits.",
    },
    description: {
      de: "Der Schaft ist aus Messing gedreht und in sechs Schichten lackiert; mit den Jahren scheint an den Kanten das Metall durch. Die Mine schreibt dokumentenecht blau und lässt sich gegen jede Großraummine tauschen. 28 Gramm, gerade so schwer, dass man ihn nicht verlegt.",
      en: "The barrel is turned from brass and lacquered in six coats; over the years the metal comes through at the edges. The refill writes a permanent blue and any standard large refill fits. At 28 grams it is just heavy enough not to go astray.",
    },
    price: 2490,
    vatPercent: 19,
    stock: 64,
    age: 200,
  },
  {
    sku: "FH-1100",
    slug: "fuellfederhalter",
    category: "schreiben",
    name: { de: "Füllfederhalter", en: "Fountain pen" },
    summary: {
      de: "Stahlfeder, vergoldet, Strichbreite M.",
      en: "Gold-plated steel nib, medium.",
    },
    description: {
      de: "Eine Feder, die nachgibt, ohne zu kratzen, auf einem dunkelblauen Schaft mit zwei Messingringen. Er nimmt Patronen und den beiliegenden Konverter; die Kappe lässt sich zum Schreiben hinten aufstecken. Wir haben jeden einmal angeschrieben, bevor er in die Schachtel kommt.",
      en: "A nib that gives without scratching, on a dark blue barrel with two brass rings. It takes cartridges or the converter in the box, and the cap posts on the end while you write. We try each one on paper before it is packed.",
    },
    price: 8900,
    vatPercent: 19,
    stock: 14,
    age: 160,
  },
  {
    sku: "DB-0705",
    slug: "druckbleistift",
    category: "schreiben",
    name: { de: "Druckbleistift 0,7", en: "Mechanical pencil 0.7" },
    summary: {
      de: "Gerändelter Griff aus Messing, Minen 0,7 mm.",
      en: "Knurled brass grip, 0.7 mm leads.",
    },
    description: {
      de: "Der Griff ist fein gerändelt, damit er auch nach zwei Stunden Skizze nicht rutscht. Die Führung zieht sich ein und hält so in der Jackentasche. Unter dem Drücker liegt ein kleiner Radierer; zwölf Minen HB sind dabei.",
      en: "The grip is finely knurled and does not slip after two hours of sketching. The lead sleeve retracts, so it survives a jacket pocket. A small eraser sits under the push button; twelve HB leads are included.",
    },
    price: 3200,
    vatPercent: 19,
    stock: 31,
    age: 35,
  },
  {
    sku: "BL-0006",
    slug: "bleistifte-6er-set",
    category: "schreiben",
    name: { de: "Bleistifte, 6er-Set", en: "Pencils, set of six" },
    summary: {
      de: "Sechs Farben außen, HB innen.",
      en: "Six colours outside, HB inside.",
    },
    description: {
      de: "Zedernholz, sechskantig, lackiert in Tintenblau, Ochsenblut, Moosgrün, Ocker, Schwarz und Sand. Der Kern ist über die ganze Länge verleimt und bricht beim Spitzen nicht. Schon gespitzt, damit man gleich anfangen kann.",
      en: "Cedar, hexagonal, lacquered in ink blue, oxblood, moss green, ochre, black and sand. The core is bonded along its whole length and does not break in the sharpener. They come sharpened, so you can start.",
    },
    price: 990,
    vatPercent: 19,
    stock: 120,
    age: 180,
  },
  {
    sku: "TI-0050",
    slug: "tinte-koenigsblau-50ml",
    category: "schreiben",
    name: { de: "Tinte Königsblau, 50 ml", en: "Royal blue ink, 50 ml" },
    summary: {
      de: "Kräftig auf dem Papier, freundlich zur Feder.",
      en: "Strong on paper, gentle on the nib.",
    },
    description: {
      de: "Ein helles, warmes Königsblau, das auf gutem Papier leicht schattiert. Auf Wasserbasis, pH-neutral, aus Baumwolle mit etwas Geduld wieder auswaschbar. Das eckige Glas steht fest und lässt sich schräg stellen, bis der letzte Tropfen in der Feder ist.",
      en: "A bright, warm royal blue that shades a little on good paper. Water-based, pH-neutral, and with some patience it washes out of cotton. The square bottle stands firmly and can be tilted until the last drop is in the pen.",
    },
    price: 1290,
    vatPercent: 19,
    stock: 48,
    age: 150,
    unitPrice: { amount: 50, unit: "ml", per: 100 },
  },
  {
    sku: "SE-0210",
    slug: "stifteetui-linie",
    category: "schreiben",
    name: { de: "Stifteetui Linie", en: "Pen case Linie" },
    summary: {
      de: "Ochsenblutrotes Leder für zwei bis drei Stifte.",
      en: "Oxblood leather for two or three pens.",
    },
    description: {
      de: "Pflanzlich gegerbtes Rindsleder, außen glatt, innen weich, von Hand mit gewachstem Leinenfaden genäht. Schmal genug für die Innentasche. Am Anfang hält es fest, nach ein paar Wochen hat es die Form seiner Stifte.",
      en: "Vegetable-tanned cowhide, smooth outside and soft inside, sewn by hand with waxed linen thread. Slim enough for an inside pocket. It holds tight at first; after a few weeks it has taken the shape of its pens.",
    },
    price: 3900,
    vatPercent: 19,
    stock: 22,
    age: 90,
  },
];
