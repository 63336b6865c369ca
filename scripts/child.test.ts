import { afterEach, expect, test } from "vitest";
import { type Child, startChild } from "./child";

const running: Child[] = [];
afterEach(() => Promise.all(running.splice(0).map((child) => child.stop())));

function run(code: string, ...imports: string[]): { child: Child; lines: string[] } {
  const lines: string[] = [];
  const child = startChild({
    name: "sample",
    args: [...imports, "-e", code],
    cwd: process.cwd(),
    env: process.env,
    output: (name, line) => lines.push(`${name}: ${line}`),
  });
  running.push(child);
  return { child, lines };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const stay = "setInterval(() => {}, 1000); console.log('up ' + process.pid)";

test("a child that is asked to stop ends by itself and says how", async () => {
  const { child, lines } = run(
    `process.on('SIGTERM', () => { console.log('bye'); process.exit(3) }); ${stay}`,
  );
  await child.line(/^up/);
  await child.stop();
  expect(await child.exit).toBe(3);
  expect(await child.ended).toBe("sample ended (exit code 3)");
  expect(lines.at(-1)).toBe("sample: bye");
});

test("waiting for a line of a child that ends first is refused with the reason", async () => {
  const { child } = run("process.exitCode = 7");
  await expect(child.line(/ready/)).rejects.toThrow("sample ended (exit code 7)");
});

test("what the child started ends with it", async () => {
  const inner = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stay)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
  const { child } = run(inner);
  const pid = Number((await child.line(/^up (\d+)/))[1]);
  expect(isAlive(pid)).toBe(true);
  await child.stop();
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
}, 30_000);

test("a killed child is gone at once and had no time to end well", async () => {
  const { child } = run(`process.on('SIGTERM', () => process.exit(0)); ${stay}`);
  await child.line(/^up /);
  await child.kill();
  expect(await child.ended).toContain("SIGKILL");
});

test("no child outlives a parent that was killed", async () => {
  const parent = `import('./scripts/child.ts').then(({ startChild }) => startChild({
    name: 'inner', args: ['-e', ${JSON.stringify(stay)}], cwd: process.cwd(), env: process.env,
    output: (_, line) => console.log(line),
  }))`;
  const { child } = run(
    `${parent}; setInterval(() => {}, 1000); console.log('parent ' + process.pid)`,
    "--import",
    "tsx",
  );
  const parentPid = child.line(/^parent (\d+)/);
  const innerPid = Number((await child.line(/^up (\d+)/))[1]);
  process.kill(Number((await parentPid)[1]), "SIGKILL");
  await expect.poll(() => isAlive(innerPid), { timeout: 10_000 }).toBe(false);
});
