"use server";

import { z } from "zod";
import { adminAction } from "@/lib/auth/admin-action";
import { retryDeadLetter } from "@/lib/jobs/dead-letters";
import { retryMail } from "@/lib/mail/retry";

/** Puts a job that was given up back into its queue. */
export const retryJobAction = adminAction(
  z.object({ jobId: z.uuid() }),
  async ({ jobId }, { ctx }) =>
    (await retryDeadLetter(ctx.db, jobId))
      ? { ok: true, done: "job_retried" }
      : { ok: false, reason: "job_gone" },
  { role: "owner", action: "job.retry", target: ({ jobId }) => ({ kind: "job", id: jobId }) },
);

/** Sends a mail that was given up once more. */
export const retryMailAction = adminAction(
  z.object({ mailId: z.uuid() }),
  async ({ mailId }, { ctx }) =>
    (await retryMail(ctx, mailId)) ? { ok: true, done: "mail_retried" } : { ok: false, reason: "mail_gone" },
  { role: "owner", action: "mail.retry", target: ({ mailId }) => ({ kind: "mail", id: mailId }) },
);
