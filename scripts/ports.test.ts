import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { freePorts, isPortFree, portProblems } from "./ports";

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done)))));

async function occupy(): Promise<number> {
  const [port = 0] = await freePorts(1);
  const server = createServer();
  servers.push(server);
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return port;
}

test("a port in use is named with the variable that moves it", async () => {
  const port = await occupy();
  expect(await isPortFree(port, "127.0.0.1")).toBe(false);
  expect(await portProblems([{ variable: "SANDBOX_PORT", port, host: "127.0.0.1" }])).toEqual([
    `Port ${port} is in use: set SANDBOX_PORT to a free port, for example SANDBOX_PORT=${port + 100}.`,
  ]);
});

test("a port in use on one address is not free on all", async () => {
  expect(await isPortFree(await occupy())).toBe(false);
});

test("one port for two servers is refused", async () => {
  const [port = 0] = await freePorts(1);
  const problems = await portProblems([
    { variable: "PORT", port },
    { variable: "SANDBOX_PORT", port, host: "127.0.0.1" },
  ]);
  expect(problems).toEqual([`SANDBOX_PORT and PORT are both ${port}: give them different ports.`]);
});

test("free ports are free and differ", async () => {
  const ports = await freePorts(3);
  expect(new Set(ports).size).toBe(3);
  expect(await portProblems(ports.map((port, index) => ({ variable: `P${index}`, port })))).toEqual([]);
});
