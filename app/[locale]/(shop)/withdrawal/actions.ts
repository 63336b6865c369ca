"use server";

import { headers } from "next/headers";
import { askThrottle } from "@/lib/actions/ask-throttle";
import { type ActionResult, shopAction } from "@/lib/actions/shop-action";
import { clientAddress } from "@/lib/auth/credentials";
import { getContext } from "@/lib/runtime";
import { declareWithdrawal } from "@/lib/withdrawals/declare";
import { withdrawalForm } from "@/lib/withdrawals/form";

type Fields = Record<"name" | "orderReference" | "email" | "message", string>;

/** Where the two steps stand: being filled in, to be confirmed, or received at a moment (ISO 8601). */
export type WithdrawalStep =
  | { step: "form" | "confirm"; fields: Fields }
  | { step: "done"; fields: Fields; receivedAt: string };

/** Both steps of the withdrawal function; only the second one declares anything. */
export const withdrawAction = shopAction(
  withdrawalForm,
  async ({ intent, ...input }): Promise<ActionResult<WithdrawalStep>> => {
    const { name, orderReference, email, message } = input;
    const fields = { name, orderReference, email, message };
    if (intent !== "confirm")
      return { ok: true, data: { step: intent === "edit" ? "form" : "confirm", fields } };
    const from = clientAddress(await headers());
    if (!(await askThrottle("withdrawal").allow(email, from))) return { ok: false, form: "too_many" };
    const { receivedAt } = await declareWithdrawal(await getContext(), input);
    return { ok: true, data: { step: "done", fields, receivedAt: receivedAt.toISOString() } };
  },
);
