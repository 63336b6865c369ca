import { availableParallelism, cpus, totalmem } from "node:os";

/** Date and machine of a measurement, in one line. */
export function machineLine(now: Date): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() || "unknown processor";
  return `${now.toISOString().slice(0, 16)}Z, ${availableParallelism()} cores (${model}), ${memory} GiB memory, Node ${process.version}`;
}
