import { type FontStyle, fontFiles, fontStyles } from "@/lib/invoices/pdf/fonts";
import { plainText } from "@/lib/invoices/plain-text";

/** One look of text: typeface and size in points. */
export type Look = { style: FontStyle; size: number; color?: string; tabular?: boolean };
/** A piece of a line that one font sets. */
type Run = { font: string; text: string };
type Doc = PDFKit.PDFDocument;
type FontAccess = { _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } } };

/** Stands for what no font has, for example emoji. */
const unknown = "□";
const ink = "#1C1B19";
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Writes lines of text in the fonts that have their characters; knows where lines break. Texts come from anybody. */
export type Setter = {
  /** Breaks at blanks, and inside of words that are wider than a line. */
  wrap: (text: string, look: Look, width: number) => string[];
  width: (text: string, look: Look) => number;
  /** Writes one line; `y` is its baseline. With `align: "right"`, `x` is the right edge. */
  line: (text: string, x: number, y: number, look: Look, align?: "left" | "right") => void;
};

/** Puts the fonts into the document. */
export function createSetter(doc: Doc): Setter {
  for (const style of fontStyles)
    fontFiles(style).forEach((file, index) => {
      doc.registerFont(`${style}${index}`, file);
    });
  const runsOf = createFontChoice(doc);
  const featuresOf = (look: Look): PDFKit.Mixins.OpenTypeFeatures[] =>
    look.tabular ? ["tnum", "kern"] : ["kern"];
  const runWidth = (run: Run, look: Look) =>
    doc
      .font(run.font)
      .fontSize(look.size)
      .widthOfString(run.text, { features: featuresOf(look) });
  const width = (text: string, look: Look) =>
    runsOf(text, look.style).reduce((all, run) => all + runWidth(run, look), 0);
  return {
    width,
    wrap: (text, look, limit) => wrap(plainText(text), limit, (part) => width(part, look)),
    line: (text, x, y, look, align = "left") => {
      let at = align === "right" ? x - width(text, look) : x;
      for (const run of runsOf(text, look.style)) {
        const features = featuresOf(look);
        const advance = runWidth(run, look);
        doc
          .font(run.font)
          .fontSize(look.size)
          .fillColor(look.color ?? ink)
          .text(run.text, at, y, { lineBreak: false, baseline: "alphabetic", features });
        at += advance;
      }
    },
  };
}

/** Splits text where its font changes: the first of the style's fonts that has all of a letter sets it. */
function createFontChoice(doc: Doc) {
  const known = new Map<string, string | null>();
  const fontOf = (cluster: string, style: FontStyle): string | null => {
    const key = `${style} ${cluster}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const points = [...cluster].map((letter) => letter.codePointAt(0) ?? 0);
    const names = fontFiles(style).map((_, index) => `${style}${index}`);
    const name = names.find((each) => {
      const { font } = (doc.font(each) as Doc & FontAccess)._font;
      return points.every((point) => font.hasGlyphForCodePoint(point));
    });
    known.set(key, name ?? null);
    return name ?? null;
  };
  return (text: string, style: FontStyle): Run[] => {
    const runs: Run[] = [];
    let blank = "";
    for (const { segment } of graphemes.segment(plainText(text))) {
      if (segment === " ") {
        blank = segment;
        continue;
      }
      const found = fontOf(segment, style);
      const font = found ?? fontOf(unknown, style) ?? `${style}0`;
      const last = runs.at(-1);
      // A blank between two fonts is nobody's: at the end of words that run from the right it would come out before them.
      if (last?.font === font) last.text += blank + (found ? segment : unknown);
      else
        runs.push(...(blank ? [{ font: `${style}0`, text: blank }] : []), {
          font,
          text: found ? segment : unknown,
        });
      blank = "";
    }
    return runs;
  };
}

/** Fills lines with words; their widths are added up, which is exact enough and far quicker than setting each line. */
function wrap(text: string, limit: number, width: (text: string) => number): string[] {
  const lines: string[] = [];
  const blank = width("n n") - 2 * width("n");
  let line = "";
  let filled = 0;
  const add = (part: string, gap: number, size: number) => {
    if (line !== "" && filled + gap + size > limit) {
      lines.push(line);
      line = "";
    }
    filled = line === "" ? size : filled + gap + size;
    line += line === "" || gap === 0 ? part : ` ${part}`;
  };
  for (const word of text.split(" ")) {
    const size = width(word);
    if (size <= limit) {
      add(word, blank, size);
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const { segment } of graphemes.segment(word)) add(segment, 0, width(segment));
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}
