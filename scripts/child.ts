import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** How long a child may take to end by itself before it is killed. */
const graceMs = 10_000;
const endWithParent = new URL("./end-with-parent.mjs", import.meta.url).href;

export type ChildOptions = {
  name: string;
  /** Arguments of node itself: the child is node, with no shell or wrapper between, so that signals reach it. */
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  output: (name: string, line: string) => void;
};

export type Child = {
  name: string;
  /** Resolves with a sentence when the process has ended, for whatever reason. */
  ended: Promise<string>;
  /** Resolves with the exit code, null when a signal ended the process or it never started. */
  exit: Promise<number | null>;
  /** Resolves with the first output line that matches; rejects when the child ends before. */
  line: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** SIGTERM, then SIGKILL for the whole group; resolves when the process is gone. */
  stop: () => Promise<void>;
  /** SIGKILL for the whole group, as a crash of the machine would end it; resolves when the process is gone. */
  kill: () => Promise<void>;
};

/** Starts a node process in a group of its own: Ctrl-C reaches only the parent, which ends its children in order. */
export function startChild({ name, args, cwd, env, output }: ChildOptions): Child {
  const child = spawn(process.execPath, ["--import", endWithParent, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const watchers = new Set<(line: string) => void>();
  const onLine = (line: string) => {
    output(name, line);
    for (const watch of watchers) watch(line);
  };
  eachLine(child.stdout, onLine);
  eachLine(child.stderr, onLine);
  const exit = new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", (code) => resolve(code));
  });
  const ended = exit.then(
    (code) => `${name} ended (${child.signalCode ?? `exit code ${code ?? "unknown"}`})`,
  );
  const line = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const watch = (text: string) => {
        const match = pattern.exec(text);
        if (!match) return;
        watchers.delete(watch);
        resolve(match);
      };
      watchers.add(watch);
      void ended.then((why) => reject(new Error(why)));
    });
  return {
    name,
    ended,
    exit,
    line,
    stop: () => stopGroup(child, ended),
    kill: () => killGroup(child, ended),
  };
}

async function stopGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.pid === undefined) return;
  const group = -child.pid;
  signalGroup(group, "SIGTERM");
  const timer = setTimeout(() => signalGroup(group, "SIGKILL"), graceMs);
  await ended;
  clearTimeout(timer);
  signalGroup(group, "SIGKILL");
}

async function killGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.pid === undefined) return;
  signalGroup(-child.pid, "SIGKILL");
  await ended;
}

/** Whatever the child itself started is in its group; an empty group is fine. */
function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function eachLine(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on("line", onLine);
}
