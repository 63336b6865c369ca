import { ok, type Result, refuse } from "../refusals";
import type { ItemInput, SimpleItemInput } from "../schemas";
import type { Basket, BasketItem, ItemType } from "../types";

/** What one item adds to the total in cents; coupons subtract, shares add nothing (api.md 7.2). */
export function itemAmount(item: BasketItem): number {
  switch (item.item_type) {
    case "article":
    case "shipping":
    case "donation":
    case "subscription":
      return (item.priceOne ?? 0) * (item.quantity ?? 0);
    case "coupon":
      return -(item.priceOne ?? 0) * (item.quantity ?? 0);
    case "sub_transaction":
      return item.sum ?? 0;
    case "stakeholder_payment":
      return 0;
  }
}

/** Total of a list of items in cents (api.md 7.2). */
export function basketTotal(items: readonly BasketItem[]): number {
  return items.reduce((sum, item) => sum + itemAmount(item), 0);
}

/** Builds the basket as it is answered; refuses what breaks the rules of api.md 7. */
export function buildBasket(
  input: { products?: ItemInput[] | null | undefined },
  mixedEnabled: boolean,
): Result<Basket | null> {
  const products = input.products ?? [];
  if (products.length === 0) return ok(null);
  const items: BasketItem[] = [];
  for (const [index, product] of products.entries()) {
    const item = buildItem(product, `basket.products.${index}`, true);
    if (!item.ok) return item;
    items.push(item.value);
  }
  const mixed = items.some((item) => item.item_type === "sub_transaction");
  if (mixed && !mixedEnabled) return refuse("mixedNotEnabled");
  const problem = ruleBroken(items, mixed);
  if (problem) return refuse("badField", problem);
  return ok({ products: items, type: mixed ? "mixed" : "default", texts: [] });
}

function ruleBroken(items: BasketItem[], mixed: boolean): string | null {
  if (mixed && items.some((item) => item.item_type !== "sub_transaction")) {
    return "basket.products: other items may not stand beside sub_transaction";
  }
  if (items.length > 1 && items.some((item) => item.item_type === "subscription")) {
    return "basket.products: a subscription must be the only item";
  }
  const ids = [...items, ...items.flatMap((item) => item.sub_basket ?? [])].flatMap((item) => item.id ?? []);
  if (new Set(ids).size < ids.length) return "basket.products: id must be unique in the basket";
  for (const item of items) {
    const total = item.sub_basket ? basketTotal(item.sub_basket) : item.sum;
    if (item.item_type === "sub_transaction" && total !== item.sum) {
      return `basket: sum of ${item.reference_id} is ${item.sum} but its sub_basket amounts to ${total}`;
    }
  }
  const shares = (list: BasketItem[]) =>
    list.reduce((sum, item) => sum + (item.item_type === "stakeholder_payment" ? (item.sum ?? 0) : 0), 0);
  for (const list of [items, ...items.flatMap((item) => (item.sub_basket ? [item.sub_basket] : []))]) {
    if (shares(list) > Math.max(0, basketTotal(list))) return "basket: the shares exceed the amount";
  }
  return null;
}

const PLAIN: readonly ItemType[] = ["article", "shipping", "coupon", "donation", "subscription"];

function buildItem(input: ItemInput | SimpleItemInput, at: string, top: boolean): Result<BasketItem> {
  const type: ItemType = input.item_type ?? "article";
  const missing = missingField(input, type);
  if (missing) return refuse("badField", `${at}.${missing}: is required for ${type}`);
  if (!top && (type === "sub_transaction" || type === "subscription")) {
    return refuse("badField", `${at}.item_type: ${type} is not allowed in a sub_basket`);
  }
  const item: BasketItem = {
    id: input.id ?? null,
    parent: input.parent ?? null,
    articleNumber: input.articleNumber ?? null,
    ean: input.ean ?? null,
    desc: input.desc ?? input.name ?? null,
    quantity: input.quantity ?? (type === "donation" ? 1 : null),
    priceOne: input.priceOne ?? null,
    tax: input.tax ?? (type === "donation" ? 0 : null),
    group: input.group ?? null,
    serialNumber: input.serialNumber ?? null,
    item_type: type,
    reference_id: input.reference_id ?? null,
  };
  if (!PLAIN.includes(type)) {
    if (input.sum !== null && input.sum !== undefined) item.sum = input.sum;
    if (input.contract_id) item.contract_id = input.contract_id;
  }
  if (type === "subscription") {
    if (input.plan_id) item.plan_id = input.plan_id;
    if (input.start_at) item.start_at = input.start_at;
  }
  return type === "sub_transaction" && "sub_basket" in input
    ? withSubBasket(item, input.sub_basket ?? [], at)
    : ok(item);
}

function withSubBasket(item: BasketItem, inputs: SimpleItemInput[], at: string): Result<BasketItem> {
  const children: BasketItem[] = [];
  for (const [index, input] of inputs.entries()) {
    const child = buildItem(input, `${at}.sub_basket.${index}`, false);
    if (!child.ok) return child;
    children.push(child.value);
  }
  return ok({ ...item, sub_basket: children });
}

function missingField(input: ItemInput | SimpleItemInput, type: ItemType): string | null {
  const isMissing = (value: unknown) => value === null || value === undefined;
  if (isMissing(input.desc) && isMissing(input.name)) return type === "stakeholder_payment" ? null : "desc";
  if (type === "donation") return isMissing(input.priceOne) ? "priceOne" : null;
  if (PLAIN.includes(type)) {
    return (["id", "quantity", "priceOne", "tax"] as const).find((field) => isMissing(input[field])) ?? null;
  }
  if (type === "sub_transaction" && (!("sub_basket" in input) || !input.sub_basket?.length))
    return "sub_basket";
  return (["reference_id", "sum", "contract_id"] as const).find((field) => isMissing(input[field])) ?? null;
}
