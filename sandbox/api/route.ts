import type { z } from "zod";
import type { SandboxContext } from "../context";
import type { Result } from "../refusals";
import type { Answer } from "./answer";

/** One authenticated call of the API. */
export interface Call {
  ctx: SandboxContext;
  clientId: string;
  params: Record<string, string>;
  query: URLSearchParams;
  /** Parsed JSON; undefined when the request had no body. */
  body: unknown;
  /** A fault asks for the version before the last change. */
  stale: boolean;
}

/** What a handler gives back: a value to be sent as JSON, or an answer that is not JSON. */
export type Reply = Result<unknown> | { ok: "raw"; answer: Answer };

export interface Route {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below /api/v2, with `{name}` for a segment; matched without regard to case. */
  path: string;
  summary: string;
  /** Section of api.md. */
  section: string;
  body: "none" | "optional" | "required";
  /** Schemas for the API description. */
  input?: z.ZodType;
  output?: string;
  handle: (call: Call) => Reply;
}

interface Compiled {
  route: Route;
  segments: string[];
}

/** Finds the route of a call; path segments are compared without case (api.md 2.1). */
export function createMatcher(routes: readonly Route[]) {
  const byShape = new Map<string, Compiled[]>();
  for (const route of routes) {
    const segments = route.path.split("/").filter(Boolean);
    const key = `${route.method} ${segments.length}`;
    byShape.set(key, [...(byShape.get(key) ?? []), { route, segments }]);
  }
  return (method: string, path: string): { route: Route; params: Record<string, string> } | undefined => {
    const given = path.split("/").filter(Boolean);
    for (const { route, segments } of byShape.get(`${method} ${given.length}`) ?? []) {
      const params = matchSegments(segments, given);
      if (params) return { route, params };
    }
    return undefined;
  };
}

function matchSegments(segments: string[], given: string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const actual = given[index] ?? "";
    if (segment.startsWith("{")) params[segment.slice(1, -1)] = decode(actual);
    else if (segment.toLowerCase() !== actual.toLowerCase()) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
