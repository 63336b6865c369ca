import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";

const name = "kontor-last-order";
const hour = 60 * 60;

/** Remembers for an hour which order was placed here, for buyers who come back from the pay page with the Back button. */
export async function rememberOrder(token: string): Promise<void> {
  const secure = env().APP_URL.startsWith("https://");
  (await cookies()).set(name, token, { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: hour });
}

/** The token of the order that was placed here within the last hour, if it looks like one. */
export async function lastOrderToken(): Promise<string | null> {
  const token = (await cookies()).get(name)?.value;
  return token && /^[A-Za-z0-9_-]{20,64}$/.test(token) ? token : null;
}
