import { readFileSync } from "node:fs";

/**
 * Calls `gone` when npm, or anything between it and this process, has ended. A signal sent to npm alone ends npm
 * and its shell but not what the shell started, and a server would be left. Only Linux shows parents cheaply;
 * elsewhere Ctrl-C, which reaches everybody, is the way.
 */
export function watchLauncher(gone: () => void, everyMs = 500): void {
  const line = process.platform === "linux" ? launchLine(process.pid) : [];
  if (line.length < 2) return;
  const timer = setInterval(() => {
    const intact = line.every((pid, index) => index === 0 || parentOf(line[index - 1] ?? 0) === pid);
    if (intact) return;
    clearInterval(timer);
    gone();
  }, everyMs);
  timer.unref();
}

/** This process, its parent and so on up to npm; empty when npm did not start it. */
function launchLine(pid: number, depth = 6): number[] {
  if (/^npm\b/.test(read(`/proc/${pid}/cmdline`))) return [pid];
  const parent = parentOf(pid);
  if (parent <= 1 || depth === 0) return [];
  const rest = launchLine(parent, depth - 1);
  return rest.length > 0 ? [pid, ...rest] : [];
}

function parentOf(pid: number): number {
  const [, parent] = /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(parent ?? 0);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
