import type { SeedItem } from "@/lib/catalog/seed-data/item";

export const desk: SeedItem[] = [
  {
    sku: "ML-0200",
    slug: "messing-lineal-20cm",
    category: "schreibtisch",
    name: { de: "Messinglineal 20 cm", en: "Brass ruler 20 cm" },
    summary: {
      de: "Gebürstet, graviert, für Jahrzehnte.",
      en: "Brushed, engraved, made for decades.",
    },
    description: {
      de: "Zwei Millimeter starkes Messing, die Teilung ist graviert und mit schwarzer Farbe ausgelegt. Unbehandelt: Es dunkelt nach und wird mit einem Tuch wieder hell. Als Falzbein taugt die Kante auch.",
      en: "Two-millimetre brass with engraved ticks filled in black. Left untreated, it darkens with time and a cloth brings it back. The edge folds paper well, too.",
    },
    price: 2290,
    vatPercent: 19,
    stock: 38,
    age: 130,
  },
  {
    sku: "SL-4060",
    slug: "schreibunterlage-leder",
    category: "schreibtisch",
    name: { de: "Schreibunterlage aus Leder", en: "Leather desk pad" },
    summary: {
      de: "Moosgrün, 60 × 40 cm, mit Seitenleisten.",
      en: "Moss green, 60 × 40 cm, with side rails.",
    },
    description: {
      de: "Durchgefärbtes Leder auf einem festen Kern, die Kanten umgeschlagen und genäht. Unter die Seitenleisten lässt sich ein Bogen Papier schieben. Der Filz auf der Unterseite hält still. Kratzer gehören nach einer Weile dazu. Füller und Papier im Bild liegen nicht bei.",
      en: "Full-dyed leather on a firm core, edges turned and sewn. A sheet of paper slips under the side rails, and felt underneath keeps it still. After a while scratches are part of it. Pen and paper in the picture are not included.",
    },
    price: 14900,
    vatPercent: 19,
    stock: 6,
    age: 20,
  },
  {
    sku: "TL-0330",
    slug: "tintenloescher",
    category: "schreibtisch",
    name: { de: "Tintenlöscher", en: "Rocker blotter" },
    summary: {
      de: "Nussbaum, einmal wiegen, trocken.",
      en: "Walnut; one roll and it is dry.",
    },
    description: {
      de: "Die Wiege ist aus einem Stück Nussbaum gedrechselt und geölt, der Knauf sitzt auf einer Rosette aus Messing. Das Löschpapier wird unter die Seiten geklemmt und ist in einer Minute gewechselt; zehn Blatt liegen bei. Kleine Auflage, deshalb sind es nie viele.",
      en: "The rocker is made from one piece of walnut and oiled, the knob sits on a brass rosette. Blotting paper clamps in at the sides and is changed within a minute; ten sheets are included. Made in small numbers, so there are never many.",
    },
    price: 4400,
    vatPercent: 19,
    stock: 2,
    age: 12,
  },
  {
    sku: "SP-0014",
    slug: "spitzer-messing",
    category: "schreibtisch",
    name: { de: "Spitzer aus Messing", en: "Brass sharpener" },
    summary: {
      de: "Ein Keil, eine Klinge, lange Späne.",
      en: "A wedge, a blade, long shavings.",
    },
    description: {
      de: "Massives Messing mit einer Klinge aus gehärtetem Stahl, die einen langen, dünnen Span abzieht. Für Stifte bis acht Millimeter. Die Klinge ist geschraubt und lässt sich tauschen: Vorsicht, sie ist wirklich scharf.",
      en: "Solid brass with a hardened steel blade that takes off one long, thin shaving. For pencils up to eight millimetres. The blade is screwed on and can be replaced; take care, it is properly sharp.",
    },
    price: 790,
    vatPercent: 19,
    stock: 90,
    age: 165,
  },
  {
    sku: "RG-0001",
    slug: "radiergummi",
    category: "schreibtisch",
    name: { de: "Radiergummi", en: "Eraser" },
    summary: {
      de: "Nimmt den Strich, lässt das Papier.",
      en: "Takes the line, leaves the paper.",
    },
    description: {
      de: "Weich genug für dünnes Papier, fest genug für eine saubere Kante. Ohne PVC und ohne Duft. Die Banderole aus Papier wandert mit, je kürzer er wird.",
      en: "Soft enough for thin paper, firm enough for a clean edge. No PVC, no scent. The paper sleeve moves along as it gets shorter.",
    },
    price: 190,
    vatPercent: 19,
    stock: 240,
    age: 190,
  },
  {
    sku: "BK-0080",
    slug: "bueroklammern-dose",
    category: "schreibtisch",
    name: { de: "Büroklammern in der Dose", en: "Paper clips in a tin" },
    summary: {
      de: "Achtzig Klammern aus Messing, eine blaue Dose.",
      en: "Eighty brass clips, one blue tin.",
    },
    description: {
      de: "Klammern aus Messingdraht: Sie rosten nicht und hinterlassen keine Spuren auf alten Papieren. Die Dose ist aus Weißblech, blau lackiert, mit einem Deckel, der beim Schließen leise klackt. Später passt auch anderes hinein.",
      en: "Clips of brass wire: they do not rust and leave no marks on old papers. The tin is lacquered blue, with a lid that closes with a quiet click. Later it will hold other things.",
    },
    price: 890,
    vatPercent: 19,
    stock: 66,
    age: 60,
  },
];
