import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createSandbox, type Sandbox, type SandboxOptions } from "../app";

export interface Served {
  sandbox: Sandbox;
  url: string;
  close: () => Promise<void>;
}

/** A sandbox that listens on any free port of 127.0.0.1. */
export async function serveSandbox(options: SandboxOptions = {}): Promise<Served> {
  let url = "";
  const sandbox = createSandbox({ publicUrl: () => url, ...options });
  const server = createAdaptorServer({ fetch: sandbox.app.fetch }) as Server;
  url = await listen(server);
  return {
    sandbox,
    url,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sandbox.close();
    },
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

export interface Received {
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface PushTarget {
  url: string;
  received: Received[];
  /** Status codes of the next answers; 200 when empty. */
  answers: number[];
  close: () => Promise<void>;
}

/** A shop's push endpoint that remembers what it was told. */
export async function servePushTarget(): Promise<PushTarget> {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  const url = await listen(server);
  return {
    url: `${url}/push`,
    received,
    answers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
