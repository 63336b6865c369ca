"use server";

import { z } from "zod";
import { adminAction } from "@/lib/auth/admin-action";
import { orderTarget } from "@/lib/auth/audit";
import { type CaptureResult, captureAuthorised } from "@/lib/payments/capture";

type Refusal = Extract<CaptureResult, { ok: false }>["reason"];

const reasons = {
  nothing_authorised: "nothing_authorised",
  busy: "capture_busy",
  refused: "capture_refused",
  unreachable: "secuconnect_unclear",
} as const satisfies Record<Refusal, string>;

/** Takes the money of an authorised payment (api.md 8.5). */
export const captureAction = adminAction(
  z.object({ orderId: z.uuid() }),
  async ({ orderId }, { admin, ctx }) => {
    const result = await captureAuthorised(ctx, orderId, admin);
    return result.ok ? { ok: true, done: "captured" } : { ok: false, reason: reasons[result.reason] };
  },
  { action: "order.capture", target: orderTarget },
);
