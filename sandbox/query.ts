import { ok, type Result, refuse } from "./refusals";

/** Reads the values of a property, e.g. `transactions.id`, of one object. */
export type FieldReader = (path: string) => unknown[];
export type Predicate = (read: FieldReader) => boolean;

export interface Query {
  matches: Predicate;
  /** `property:value` when the whole query is one exact term; lets a list use an index. */
  exact: { path: string; value: string } | null;
}

type Token = { kind: "(" | ")" | "AND" | "OR" | "NOT" } | { kind: "term"; path: string; condition: string };

const TOKEN = /\s*(?:([()])|(AND|OR|NOT|&&|\|\||!)(?=\s|\()|([\w.]+):(\[[^\]]*\]|"[^"]*"|[^\s()]+))/iy;

/** Parses the `q` grammar: terms, wildcards, ranges, AND, OR, NOT, parentheses (api.md 5). */
export function parseQuery(text: string): Result<Query> {
  const tokens = tokenize(text);
  if (!tokens || tokens.length === 0)
    return refuse("badQuery", `q cannot be understood: ${text.slice(0, 100)}`);
  const parser = new Parser(tokens);
  const matches = parser.or();
  if (!matches || !parser.atEnd()) return refuse("badQuery", `q cannot be understood: ${text.slice(0, 100)}`);
  return ok({ matches, exact: exactTerm(tokens) });
}

function tokenize(text: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (!match || tokens.length > 200) return null;
    const [, bracket, word, path, condition] = match;
    if (bracket === "(" || bracket === ")") tokens.push({ kind: bracket });
    else if (word) tokens.push({ kind: operator(word) });
    else tokens.push({ kind: "term", path: path ?? "", condition: condition ?? "" });
  }
  return tokens;
}

function operator(word: string): "AND" | "OR" | "NOT" {
  if (word === "!" || word.toUpperCase() === "NOT") return "NOT";
  return word === "||" || word.toUpperCase() === "OR" ? "OR" : "AND";
}

function exactTerm(tokens: Token[]): Query["exact"] {
  const [only, ...others] = tokens;
  if (only?.kind !== "term" || others.length > 0 || /[*?[\]]/.test(only.condition)) return null;
  return { path: only.path, value: only.condition.replace(/^"(.*)"$/, "$1") };
}

class Parser {
  #at = 0;
  readonly #tokens: Token[];

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  #accept(kind: Token["kind"]): boolean {
    if (this.#tokens[this.#at]?.kind !== kind) return false;
    this.#at += 1;
    return true;
  }

  or(): Predicate | null {
    let left = this.and();
    while (left && this.#accept("OR")) {
      const one = left;
      const two = this.and();
      left = two && ((read) => one(read) || two(read));
    }
    return left;
  }

  and(): Predicate | null {
    let left = this.unary();
    while (left && (this.#accept("AND") || this.#startsUnary())) {
      const one = left;
      const two = this.unary();
      left = two && ((read) => one(read) && two(read));
    }
    return left;
  }

  #startsUnary(): boolean {
    const kind = this.#tokens[this.#at]?.kind;
    return kind === "term" || kind === "NOT" || kind === "(";
  }

  unary(): Predicate | null {
    if (this.#accept("NOT")) {
      const inner = this.unary();
      return inner && ((read) => !inner(read));
    }
    if (this.#accept("(")) {
      const inner = this.or();
      return this.#accept(")") ? inner : null;
    }
    const token = this.#tokens[this.#at];
    if (token?.kind !== "term") return null;
    this.#at += 1;
    const test = condition(token.condition);
    return test && ((read) => read(token.path).some(test));
  }
}

function condition(text: string): ((value: unknown) => boolean) | null {
  const range = /^\[\s*(\S+)\s+TO\s+(\S+)\s*\]$/i.exec(text);
  if (range) return inRange(range[1] ?? "*", range[2] ?? "*");
  if (text.startsWith("[")) return null;
  const wanted = text.replace(/^"(.*)"$/, "$1");
  if (!/[*?]/.test(wanted)) {
    const lower = wanted.toLowerCase();
    return (value) => isScalar(value) && String(value).toLowerCase() === lower;
  }
  const pattern = wanted.toLowerCase();
  return (value) => isScalar(value) && wildcard(pattern, String(value).toLowerCase());
}

/** `*` any text, `?` one character; linear in practice, whatever the pattern. */
function wildcard(pattern: string, text: string): boolean {
  let p = 0;
  let star = -1;
  let resume = 0;
  for (let t = 0; t < text.length; ) {
    if (pattern[p] === "*") {
      star = p;
      resume = t;
      p += 1;
    } else if (pattern[p] === "?" || pattern[p] === text[t]) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      resume += 1;
      t = resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === "*") p += 1;
  return p === pattern.length;
}

function isScalar(value: unknown): boolean {
  return value !== null && value !== undefined && typeof value !== "object";
}

function inRange(min: string, max: string): (value: unknown) => boolean {
  return (value) => {
    if (typeof value === "number") {
      return (min === "*" || value >= Number(min)) && (max === "*" || value <= Number(max));
    }
    if (typeof value !== "string") return false;
    return (min === "*" || value >= min) && (max === "*" || value.slice(0, max.length) <= max);
  };
}

/** Values at a dotted path of a plain object; arrays are looked through. */
export function valuesAt(root: unknown, path: string): unknown[] {
  let level: unknown[] = [root];
  for (const key of path.split(".")) {
    level = level
      .flatMap((value) => (Array.isArray(value) ? value : [value]))
      .flatMap((value) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, key)
          ? [(value as Record<string, unknown>)[key]]
          : [],
      );
  }
  return level.flatMap((value) => (Array.isArray(value) ? value : [value]));
}
