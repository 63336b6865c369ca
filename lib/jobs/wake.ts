import type { QueueName } from "@/lib/jobs/queues";

/** The background work of this process. */
export type Jobs = { wake: (name: QueueName) => void; stop: () => Promise<void> };

declare global {
  var kontorJobs: Jobs | undefined;
}

/** Tells this process's worker that there is a job for it now; those of other processes find it by themselves. */
export function wakeWorker(name: QueueName): void {
  globalThis.kontorJobs?.wake(name);
}
