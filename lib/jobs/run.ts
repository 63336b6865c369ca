import type PgBoss from "pg-boss";
import type { Context } from "@/lib/context";
import { deleteAtSecuconnect, forgetUnused } from "@/lib/customers/forget";
import { uploadDocument } from "@/lib/invoices/upload";
import { type QueueName, queueNames, queuePlans } from "@/lib/jobs/queues";
import type { Jobs } from "@/lib/jobs/wake";
import { type Handler, runWorker, type Worker } from "@/lib/jobs/worker";
import type { Post } from "@/lib/mail/post";
import { owePaymentReminders } from "@/lib/mail/remind";
import { sendOwedMails } from "@/lib/mail/send";
import { finishCancellations } from "@/lib/orders/cancel";
import { expireOrders } from "@/lib/payments/expire";
import { followKeptPush } from "@/lib/payments/push";
import { lookAtOpenPayments } from "@/lib/payments/sweep";

/**
 * Starts this instance's share of the background work. Rounds are due at an even pace and are done by whichever
 * instance is first; pushes are followed by any. Without a `post` mails wait. `stop` resolves when nothing is under way any more.
 */
export function runJobs(ctx: Context, boss: PgBoss, post: Post | null = null): Jobs {
  const handlers: { [Name in QueueName]: Handler<Name> } = {
    sweep: async (_, signal) => {
      const looked = await lookAtOpenPayments(ctx, signal);
      if (looked > 0) ctx.log("debug", "looked at open payments", { looked });
      const cancelled = await finishCancellations(ctx, signal);
      if (cancelled > 0) ctx.log("info", "cancellations finished", { cancelled });
    },
    "expire-holds": async (_, signal) => {
      const expired = await expireOrders(ctx, signal);
      if (expired > 0) ctx.log("info", "orders expired", { expired });
      const reminded = await owePaymentReminders(ctx, signal);
      if (reminded > 0) ctx.log("info", "buyers reminded of their transfers", { reminded });
      const forgotten = await forgetUnused(ctx, signal);
      if (forgotten > 0) ctx.log("info", "unused customers forgotten", { forgotten });
    },
    "follow-push": async ({ eventId }) => {
      const { ok } = await followKeptPush(ctx, eventId);
      if (!ok) throw new Error("secuconnect did not answer");
    },
    "send-mail": async (_, signal) => {
      const sent = post ? await sendOwedMails(ctx, post, signal) : 0;
      if (sent > 0) ctx.log("info", "mails sent", { sent });
    },
    "forget-customer": (ids) => deleteAtSecuconnect(ctx, ids),
    "upload-document": ({ documentId }) => uploadDocument(ctx, documentId),
  };
  const run = <Name extends QueueName>(name: Name) => runWorker<Name>(boss, name, handlers[name], ctx.log);
  const workers: Record<QueueName, Worker> = {
    sweep: run("sweep"),
    "expire-holds": run("expire-holds"),
    "follow-push": run("follow-push"),
    "send-mail": run("send-mail"),
    "forget-customer": run("forget-customer"),
    "upload-document": run("upload-document"),
  };
  const wake = (name: QueueName) => workers[name].wake();
  const clocks = queueNames.map((name) => callRounds(ctx, boss, name, wake));
  return {
    wake,
    stop: async () => {
      for (const clock of clocks) clearInterval(clock);
      await Promise.all(Object.values(workers).map((worker) => worker.stop()));
    },
  };
}

function callRounds(ctx: Context, boss: PgBoss, name: QueueName, wake: (name: QueueName) => void) {
  const { everySeconds } = queuePlans[name];
  if (!everySeconds) return undefined;
  const call = async () => {
    try {
      const job = await boss.send(name, {}, { singletonSeconds: everySeconds });
      if (job) wake(name);
    } catch (error) {
      ctx.log("error", "a round could not be called", { queue: name, error: String(error) });
    }
  };
  void call();
  return setInterval(() => void call(), everySeconds * 1000);
}
