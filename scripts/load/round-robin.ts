import type { IncomingMessage } from "node:http";
import { type ClientRequest, createServer, request, type Server, type ServerResponse } from "node:http";

export type RoundRobin = {
  /** Requests answered by each backend, in the order of `ports`. */
  served: number[];
  close: () => Promise<void>;
};

/**
 * A small load balancer: each request goes to the next backend; one that refuses the connection is passed over, since
 * then nothing was sent. A connection that breaks later is a 502, as the work may be done.
 */
export async function startRoundRobin(port: number, ports: readonly number[]): Promise<RoundRobin> {
  const served = ports.map(() => 0);
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const body: Buffer[] = [];
    incoming.on("data", (part: Buffer) => body.push(part));
    incoming.on("end", () => {
      const first = turn++;
      const order = ports.map((_, offset) => (first + offset) % ports.length);
      forward(incoming, outgoing, Buffer.concat(body), order);
    });
  });

  function forward(incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer, order: number[]): void {
    const [backend, ...others] = order;
    if (backend === undefined) return void outgoing.writeHead(502).end();
    const { method, url, headers } = incoming;
    const passed: ClientRequest = request(
      { host: "127.0.0.1", port: ports[backend], method, path: url, headers, agent: false },
      (answer) => {
        served[backend] = (served[backend] ?? 0) + 1;
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.on("error", () => outgoing.destroy());
        answer.pipe(outgoing);
      },
    );
    passed.on("error", (error: NodeJS.ErrnoException) => {
      if (outgoing.headersSent) outgoing.destroy();
      else if (error.code === "ECONNREFUSED") forward(incoming, outgoing, body, others);
      else outgoing.writeHead(502).end();
    });
    passed.end(body);
  }

  await listen(server, port);
  return { served, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
