import { Button, Heading, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { colour, quiet, sans, serif, text } from "@/lib/mail/parts/theme";

/** The sentence that says what happened. */
export function Title({ children }: { children: ReactNode }) {
  return (
    <Heading
      as="h1"
      className="text"
      style={{ ...text, fontFamily: serif, fontSize: "28px", lineHeight: "34px", fontWeight: 500 }}
    >
      {children}
    </Heading>
  );
}

export function Subtitle({ children, isFirst }: { children: ReactNode; isFirst?: boolean }) {
  return (
    <Heading
      as="h2"
      className="text"
      style={{
        ...text,
        fontFamily: serif,
        fontSize: "20px",
        lineHeight: "26px",
        margin: isFirst ? "0 0 8px" : "32px 0 8px",
        fontWeight: 500,
      }}
    >
      {children}
    </Heading>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="text" style={text}>
      {children}
    </Text>
  );
}

/** Smaller and paler: what is needed, but not first. */
export function Note({ children, onlyInHtml }: { children: ReactNode; onlyInHtml?: boolean }) {
  return (
    <Text className="quiet" style={quiet} data-skip-in-text={onlyInHtml}>
      {children}
    </Text>
  );
}

/** The one thing to do. */
export function Action({ href, children }: { href: string; children: string }) {
  return (
    <Text style={{ ...text, margin: "24px 0" }}>
      <Button
        href={href}
        className="button"
        style={{
          backgroundColor: colour.ink,
          color: colour.onInk,
          borderRadius: "6px",
          padding: "12px 20px",
          fontFamily: sans,
          fontSize: "16px",
        }}
      >
        {children}
      </Button>
    </Text>
  );
}

/** What a mail tells by name and value, e.g. the tracking number. */
export function Facts({ rows }: { rows: readonly (readonly [label: string, value: string])[] }) {
  return (
    <table
      className="facts"
      role="presentation"
      cellPadding={0}
      cellSpacing={0}
      style={{ width: "100%", borderCollapse: "collapse", margin: "8px 0 24px" }}
    >
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <td
              className="quiet"
              style={{ ...quiet, margin: 0, padding: "4px 16px 4px 0", width: "35%", verticalAlign: "top" }}
            >
              {label}
            </td>
            <td
              className="text"
              style={{ ...text, margin: 0, padding: "4px 0", fontVariantNumeric: "tabular-nums" }}
            >
              {lines(value.split("\n"))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Texts one below the other; empty ones are left out. */
export function lines(all: readonly string[]): ReactNode {
  return all
    .filter((line) => line.trim() !== "")
    .map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
      <span key={index}>
        {index > 0 ? <br /> : null}
        {line}
      </span>
    ));
}
