import "server-only";
import { spendSecondFactor } from "@/lib/auth/second-factor";
import type { LoginThrottle } from "@/lib/auth/throttle";
import type { Context } from "@/lib/context";

/** Checks the code that follows the password. Tries are counted apart from those of the password, which was right. */
export async function checkCode(
  ctx: Pick<Context, "db" | "now">,
  throttle: LoginThrottle,
  admin: { id: string; email: string },
  code: string,
  address: string,
): Promise<{ ok: true } | { ok: false; reason: "wrong_code" | "too_many_tries" }> {
  const counted = `code of ${admin.email}`;
  if (!(await throttle.allow(counted, address))) return { ok: false, reason: "too_many_tries" };
  if (!(await spendSecondFactor(ctx, admin.id, code.slice(0, 50))))
    return { ok: false, reason: "wrong_code" };
  await throttle.forget(counted, address);
  return { ok: true };
}
