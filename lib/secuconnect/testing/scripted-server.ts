import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Seen = { method: string; path: string; authorization: string | null; body: unknown };
export type Step = (response: ServerResponse, seen: Seen) => void;

/** Answers with JSON. */
export function json(status: number, body: unknown): Step {
  return (response) => {
    response.writeHead(status, { "Content-Type": "application/json; charset=UTF-8" });
    response.end(JSON.stringify(body));
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const part of request) text += String(part);
  return text === "" ? null : JSON.parse(text);
}

/** A server on a free port that answers each path by its steps in turn (the last one stays), for precise faults. */
export async function startScriptedServer(script: Record<string, Step[]>) {
  const seen: Seen[] = [];
  const left = new Map(Object.entries(script).map(([path, steps]) => [path, [...steps]]));
  const server = createServer(async (request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const entry: Seen = {
      method: request.method ?? "",
      path: request.url ?? "",
      authorization: request.headers.authorization ?? null,
      body: await readBody(request),
    };
    seen.push(entry);
    const steps = left.get(path) ?? [];
    const step = steps.length > 1 ? steps.shift() : steps[0];
    if (step) step(response, entry);
    else json(404, { error: "ProductNotFoundException", code: 0 })(response, entry);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    /** How often a path was asked. */
    count: (path: string) => seen.filter((one) => one.path.split("?")[0] === path).length,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
