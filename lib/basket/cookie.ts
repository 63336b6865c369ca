import "server-only";
import { cookies } from "next/headers";
import { decodeBasket, encodeBasket } from "@/lib/basket/codec";
import type { Basket } from "@/lib/basket/types";
import { env } from "@/lib/env";

const month = 60 * 60 * 24 * 30;

function cookieName(): { name: string; secure: boolean } {
  const secure = env().APP_URL.startsWith("https://");
  return { name: secure ? "__Host-kontor-basket" : "kontor-basket", secure };
}

/** The visitor's basket. A missing or forged cookie is an empty one. */
export async function readBasket(): Promise<Basket> {
  return decodeBasket((await cookies()).get(cookieName().name)?.value);
}

/** Keeps the basket for a month. Only in server actions and route handlers. */
export async function writeBasket(basket: Basket): Promise<void> {
  const { name, secure } = cookieName();
  // Lax, not Strict: the buyer comes back from the pay page on another site with this cookie.
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: month } as const;
  (await cookies()).set(name, encodeBasket(basket), options);
}

/** Empties the basket. Only in server actions and route handlers. */
export async function clearBasket(): Promise<void> {
  const { name, secure } = cookieName();
  // A __Host- cookie is only replaced by one that carries the same attributes.
  (await cookies()).set(name, "", { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 0 });
}
