import "server-only";
import { ensureDemoAdmin } from "@/lib/auth/seed-admin";
import { seedCatalog } from "@/lib/catalog/seed";
import { FolderInUseError } from "@/lib/db/lock";
import { EnvError, env } from "@/lib/env";
import { closeQueues } from "@/lib/jobs/queues";
import { runJobs } from "@/lib/jobs/run";
import { mailServer } from "@/lib/mail/post";
import { getRuntime } from "@/lib/runtime";

/** Opens the database, seeds the demo, starts the jobs. Ends the process with a plain message when that cannot be. */
export async function start(): Promise<void> {
  try {
    const settings = env();
    const { context, queues } = await getRuntime();
    if (settings.KONTOR_DEMO) {
      await seedCatalog(context.db, context.now());
      if (settings.KONTOR_DEMO_PASSWORD) await ensureDemoAdmin(context, settings.KONTOR_DEMO_PASSWORD);
    }
    if (!settings.SMTP_URL) context.log("warn", "SMTP_URL is not set: mails wait until it is");
    globalThis.kontorJobs ??= runJobs(context, queues, mailServer());
    const jobs = globalThis.kontorJobs;
    // The database stays open: requests under way still need it, and Next ends the process after the last of them.
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.once(signal, () => {
        void jobs
          .stop()
          .then(() => closeQueues(queues))
          .catch((error: unknown) =>
            context.log("error", "the shop did not close cleanly", { error: String(error) }),
          );
      });
    }
  } catch (error) {
    const known = error instanceof EnvError || error instanceof FolderInUseError;
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  }
}
