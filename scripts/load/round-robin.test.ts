import { createServer, type Server } from "node:http";
import { afterEach, expect, it } from "vitest";
import { freePorts } from "../ports";
import { startRoundRobin } from "./round-robin";

const servers: Server[] = [];
const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  for (const server of servers.splice(0)) server.closeAllConnections();
});

async function backend(port: number, name: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === "/break") return void request.socket.destroy();
    let body = "";
    request.on("data", (part) => {
      body += String(part);
    });
    request.on("end", () => response.end(`${name} ${request.method} ${request.headers.host} ${body}`));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

it("takes turns, passes over a backend that is gone, and repeats nothing that may have been done", async () => {
  const [port = 0, a = 0, b = 0] = await freePorts(3);
  await backend(a, "a");
  const second = await backend(b, "b");
  const proxy = await startRoundRobin(port, [a, b]);
  ends.push(proxy.close);
  const url = `http://127.0.0.1:${port}`;
  const ask = async (path = "/") => (await fetch(url + path, { method: "POST", body: "x" })).text();

  expect([await ask(), await ask(), await ask()]).toEqual(
    ["a", "b", "a"].map((name) => `${name} POST 127.0.0.1:${port} x`),
  );
  expect((await fetch(`${url}/break`, { method: "POST", body: "x" })).status).toBe(502);
  second.close();
  second.closeAllConnections();
  expect([await ask(), await ask()].map((text) => text[0])).toEqual(["a", "a"]);
  expect(proxy.served).toEqual([4, 1]);
});
