import type { Config } from "tailwindcss";

const token = (name: string) => `var(--${name})`;

/** The shop's tokens; light and dark values are CSS variables in app/[locale]/globals.css. Sizes: a 1.2 scale on 17 px. */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      paper: token("paper"),
      tile: token("tile"),
      sheet: token("sheet"),
      text: token("text"),
      quiet: token("quiet"),
      line: token("line"),
      edge: token("edge"),
      ink: token("ink"),
      "ink-strong": token("ink-strong"),
      "on-ink": token("on-ink"),
      brass: token("brass"),
      moss: token("moss"),
      oxblood: token("oxblood"),
    },
    fontFamily: {
      sans: ["var(--font-inter)", "system-ui", "sans-serif"],
      serif: ["var(--font-newsreader)", "Georgia", "serif"],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "monospace"],
    },
    fontSize: {
      xs: ["0.8125rem", { lineHeight: "1.25rem" }],
      sm: ["0.9375rem", { lineHeight: "1.5rem" }],
      base: ["1.0625rem", { lineHeight: "1.75rem" }],
      lg: ["1.275rem", { lineHeight: "2rem" }],
      xl: ["1.53rem", { lineHeight: "2rem" }],
      "2xl": ["1.836rem", { lineHeight: "2.25rem" }],
      "3xl": ["2.2rem", { lineHeight: "2.625rem" }],
      "4xl": ["2.65rem", { lineHeight: "3rem" }],
      "5xl": ["3.17rem", { lineHeight: "3.5rem" }],
    },
    borderRadius: { none: "0", DEFAULT: "6px", full: "9999px" },
    extend: { maxWidth: { page: "75rem", prose: "40rem" } },
  },
} satisfies Config;
