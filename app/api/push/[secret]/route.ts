import { wakeWorker } from "@/lib/jobs/wake";
import { findByPushSecret } from "@/lib/payments/follow";
import { keepPush, parsePush } from "@/lib/payments/push";
import { getContext } from "@/lib/runtime";

const maxBody = 16_384;

/**
 * secuconnect says that something changed (api.md 15). Answered as soon as it is kept; a job does the looking. A wrong
 * secret is 404, a body that is no push is 200 and noted, because anything else would be repeated for a day.
 */
export async function POST(request: Request, { params }: { params: Promise<{ secret: string }> }) {
  const ctx = await getContext();
  const orderId = await findByPushSecret(ctx, (await params).secret);
  if (!orderId) return new Response(null, { status: 404 });
  const push = parsePush((await request.text()).slice(0, maxBody));
  if (!push) {
    ctx.log("warn", "push with an unreadable body", { orderId });
    return Response.json({ received: true });
  }
  if (await keepPush(ctx, orderId, push)) wakeWorker("follow-push");
  return Response.json({ received: true });
}
