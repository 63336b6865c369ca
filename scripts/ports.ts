import { createServer, type ListenOptions } from "node:net";

/** A port the system wants, and the variable that moves it. */
export type WantedPort = { variable: string; port: number; host?: string };

/** Whether a server could listen there now; without a host, on all addresses. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return listen(host ? { port, host } : { port }).then(
    () => true,
    () => false,
  );
}

/** One line for each wanted port that cannot be had, naming the variable to set. */
export async function portProblems(wanted: readonly WantedPort[]): Promise<string[]> {
  const problems: string[] = [];
  for (const [index, { variable, port, host }] of wanted.entries()) {
    const twin = wanted.slice(0, index).find((other) => other.port === port);
    if (twin) problems.push(`${variable} and ${twin.variable} are both ${port}: give them different ports.`);
    else if (!(await isPortFree(port, host)))
      problems.push(
        `Port ${port} is in use: set ${variable} to a free port, for example ${variable}=${port + 100}.`,
      );
  }
  return problems;
}

/** Ports that are free at this moment, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await listen({ port: 0, host: "127.0.0.1" }));
  return [...ports];
}

/** Listens once, stops again, and answers the port it got. */
function listen(options: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(options, () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
