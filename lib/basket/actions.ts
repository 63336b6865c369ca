"use server";

import { redirect } from "next/navigation";
import { type ActionResult, shopAction } from "@/lib/actions/shop-action";
import { withCoupon, removeItem as without, withRoundUp } from "@/lib/basket/change";
import { countPieces } from "@/lib/basket/codec";
import { changeQuantity, enterCoupon } from "@/lib/basket/commands";
import { readBasket, writeBasket } from "@/lib/basket/cookie";
import { addForm, couponForm, pageForm, quantityForm, removeForm, roundUpForm } from "@/lib/basket/forms";
import type { Basket } from "@/lib/basket/types";
import { getContext } from "@/lib/runtime";

type Page = { locale: "de" | "en"; noscript: boolean };
type Changed = ActionResult<{ count: number }>;

/** Puts pieces of an article into the basket. */
export const addToBasket = shopAction(addForm, async (input): Promise<Changed> => {
  const { db } = await getContext();
  const change = await changeQuantity(db, await readBasket(), input, "add");
  return change.ok ? keep(change.basket, input) : { ok: false, fields: { quantity: change.reason } };
});

/** Sets how many pieces of an article lie in the basket. */
export const setQuantity = shopAction(quantityForm, async (input): Promise<Changed> => {
  const { db } = await getContext();
  const change = await changeQuantity(db, await readBasket(), input, "set");
  return change.ok ? keep(change.basket, input) : { ok: false, fields: { quantity: change.reason } };
});

/** Takes an article out of the basket. */
export const removeItem = shopAction(removeForm, async (input): Promise<Changed> => {
  return keep(without(await readBasket(), input.sku), input);
});

/** Enters a coupon code. */
export const applyCoupon = shopAction(couponForm, async (input): Promise<Changed> => {
  const { db, now } = await getContext();
  const entered = await enterCoupon(db, await readBasket(), input.code, now());
  return entered.ok ? keep(entered.basket, input) : { ok: false, fields: { code: entered.reason } };
});

/** Takes the coupon out of the basket. */
export const removeCoupon = shopAction(pageForm, async (input): Promise<Changed> => {
  return keep(withCoupon(await readBasket(), null), input);
});

/** Rounds the total up for a donation, or takes the donation out. */
export const setRoundUp = shopAction(roundUpForm, async (input): Promise<Changed> => {
  return keep(withRoundUp(await readBasket(), input.roundUp), input);
});

async function keep(basket: Basket, page: Page): Promise<Changed> {
  await writeBasket(basket);
  // Without JavaScript the answer is the basket page itself, so that a reload does not send the form again.
  if (page.noscript) redirect(`/${page.locale}/basket`);
  return { ok: true, data: { count: countPieces(basket) } };
}
