import type { CSSProperties } from "react";

/** The shop's colours by day; `darkStyles` turns them where a mail program can, and says so to those that do it themselves. */
export const colour = {
  paper: "#F4F1EA",
  sheet: "#FBFAF6",
  text: "#1C1B19",
  quiet: "#5F5B53",
  line: "#DDD7CA",
  ink: "#1F3A5F",
  onInk: "#FFFFFF",
} as const;

export const sans = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const serif = "Newsreader, Georgia, 'Times New Roman', serif";

export const text: CSSProperties = {
  margin: "0 0 16px",
  color: colour.text,
  fontFamily: sans,
  fontSize: "16px",
  lineHeight: "26px",
  overflowWrap: "anywhere",
};

export const quiet: CSSProperties = { ...text, color: colour.quiet, fontSize: "14px", lineHeight: "22px" };

export const darkStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .page { padding: 20px 16px !important; }
  .facts td { display: block !important; width: auto !important; padding: 0 !important; }
  .facts td + td { padding-bottom: 12px !important; }
}
@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background-color: #14161A !important; }
  .sheet { background-color: #1C1F25 !important; border-color: #2C3038 !important; }
  .text, .text a, .sheet td { color: #ECE8DF !important; }
  .quiet, .quiet a, .sheet td.quiet { color: #A8A398 !important; }
  .rule { border-color: #2C3038 !important; }
  .ink { color: #9DB8DC !important; }
  .button { background-color: #9DB8DC !important; color: #14161A !important; }
}`;
