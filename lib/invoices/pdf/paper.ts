import type { Look } from "@/lib/invoices/pdf/text";

/** Millimetres in points. */
export const mm = (value: number) => (value * 72) / 25.4;

/** The sheet of a German business letter (DIN 5008 form B), in points from its upper left corner. */
export const paper = {
  width: mm(210),
  height: mm(297),
  left: mm(25),
  right: mm(190),
  /** Where content ends on every page; below stands the foot. */
  bottom: mm(264),
  address: { top: mm(45), width: mm(80) },
  info: { left: mm(125), top: mm(50) },
  title: mm(101),
  nextPage: mm(32),
  foot: mm(271),
} as const;

export const colors = {
  text: "#1C1B19",
  quiet: "#5F5B53",
  line: "#DDD7CA",
  ink: "#1F3A5F",
  brass: "#7F611F",
  sheet: "#FBFAF6",
} as const;

export const looks = {
  body: { style: "regular", size: 9.5 },
  bold: { style: "bold", size: 9.5 },
  small: { style: "regular", size: 7.5, color: colors.quiet },
  label: { style: "regular", size: 8, color: colors.quiet },
  figure: { style: "regular", size: 9.5, tabular: true },
  total: { style: "bold", size: 11, tabular: true },
  title: { style: "serif", size: 22, color: colors.text },
  heading: { style: "serif", size: 14, color: colors.text },
  brand: { style: "serif", size: 20, color: colors.ink },
  amount: { style: "serif", size: 24, color: colors.text },
} as const satisfies Record<string, Look>;

/** The distance of two baselines. */
export const leading = 13.5;
