import "server-only";
import { eq } from "drizzle-orm";
import { cookies } from "next/headers";
import type { Context } from "@/lib/context";
import { deviceToken, keptForDays } from "@/lib/customers/token";
import { type Customer, customers } from "@/lib/db/schema";
import { env } from "@/lib/env";

const name = "kontor-customer";

/** The customer who agreed on this device to be known again; null for everybody else. */
export async function customerOnDevice(
  ctx: Pick<Context, "db">,
): Promise<{ token: string; customer: Customer } | null> {
  const known = deviceToken((await cookies()).get(name)?.value);
  if (!known) return null;
  const [customer] = await ctx.db.select().from(customers).where(eq(customers.tokenHash, known.hash));
  return customer ? { token: known.token, customer } : null;
}

/** Lets this device be known again by the token, for a year from now on. */
export async function keepOnDevice(token: string): Promise<void> {
  const secure = env().APP_URL.startsWith("https://");
  const maxAge = keptForDays * 24 * 60 * 60;
  (await cookies()).set(name, token, { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge });
}

/** Takes the token off this device. */
export async function dropFromDevice(): Promise<void> {
  (await cookies()).delete(name);
}
