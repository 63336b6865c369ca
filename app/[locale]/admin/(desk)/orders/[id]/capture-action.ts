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
  z.object({ orderId: z.uuid(), confirm: z.literal("on", "confirm") }),
  async ({ orderId }, { admin, ctx }) => {
    const result = await captureAuthorised(ctx, orderId, admin);
    if (result.ok) return { ok: true, done: "captured" };
    return { ok: false, reason: reasons[result.reason], supportId: result.supportId ?? null };
  },
  { action: "order.capture", target: orderTarget },
);
