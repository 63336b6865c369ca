import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "./browser";
import type { PageForm } from "./forms";
import type { Operator } from "./operator";
import type { Random } from "./random";
import {
  type Extras,
  patiently,
  prepareOrder,
  type ReadyOrder,
  type Sent,
  sendOrder,
  tokenIn,
  type Wish,
} from "./shopper";
import type { Tally } from "./tally";

export type World = {
  shopUrl: string;
  operator: Operator;
  tally: Tally;
  /** Tokens of orders that a shopper was shown: none of them may be lost. */
  shown: Set<string>;
  /** Articles by their slug. */
  slugs: readonly string[];
  /** The merchant refunds so many cents of an order; tells what came of it. */
  refund: (token: string, amount: number) => Promise<string>;
};

/** A coupon with fewer uses than there are shoppers who want it. */
export const scarceCoupon = "WENIGE";

const methods = ["prepaid", "prepaid", "invoice", "creditcard", "debit", "paypal", "easycredit", "sofort"];

/** One visit, from the shelf to the end of the payment, with the detours that people take. */
export async function visit(world: World, random: Random): Promise<void> {
  const { tally } = world;
  const wishes: Wish[] = Array.from({ length: random.between(1, 3) }, () => ({
    slug: random.pick(world.slugs),
    quantity: random.between(1, 2),
  }));
  const method = random.pick(methods);
  const extras = wantExtras(random, tally);
  const ready = await prepareOrder(world.shopUrl, wishes, method, tally, extras);
  if (!ready) return tally.add("visits that found everything sold out");
  const sent = await press(ready, random, tally);
  if (sent.kind === "refused") return tally.add("order forms that came back");
  tally.add(`orders by ${method}`);
  if (sent.kind === "ordered") world.shown.add(sent.token);
  if (sent.kind === "pay_page") return payThere(world, random, ready, sent.page);
  if (method === "prepaid") await transfer(world, random, sent.token);
  await pressAgain(world, random, ready, sent);
  await later(world, random, sent.token);
}

/** Coupons of which there are few, goods that are fetched, a donation, being remembered. */
function wantExtras(random: Random, tally: Tally): Extras {
  const extras: Extras = {
    ...(random.chance(0.3) ? { coupon: random.pick([scarceCoupon, "GRUSS5"]) } : {}),
    roundUp: random.chance(0.2),
    fetches: random.chance(0.2),
    remember: random.chance(0.3),
  };
  for (const [name, wanted] of Object.entries(extras)) if (wanted) tally.add(`wishes: ${name}`);
  return extras;
}

/** Mostly one click, sometimes three at once. */
async function press(ready: ReadyOrder, random: Random, tally: Tally): Promise<Sent> {
  if (!random.chance(0.2)) return sendOrder(ready, tally);
  tally.add("order buttons pressed three times at once");
  const [first, ...others] = await Promise.all([1, 2, 3].map(() => sendOrder(ready, tally)));
  const sent = [first, ...others].find((one) => one !== undefined && one.kind !== "refused") ?? first;
  if (!sent) throw new Error("nothing was sent");
  return sent;
}

/** The buyer's bank, which knows only what the order page shows; without a transaction there is nothing to pay yet. */
async function transfer({ operator, tally }: World, random: Random, token: string): Promise<void> {
  if (random.chance(0.15)) return tally.add("transfers never made");
  await pause(random.between(0, 3000));
  const [transaction] = await operator.transactionsOf(token);
  if (!transaction) return tally.add("orders left before secuconnect answered");
  const kind = random.pick(["exact", "exact", "exact", "exact", "too_little", "too_much", "twice"]);
  if (await operator.act(transaction.id, "transfer", { kind })) tally.add(`transfers: ${kind}`);
}

/** On secupay's page: pays, fails, or leaves; comes back once, twice at the same moment, or not at all. */
async function payThere(world: World, random: Random, { browser }: ReadyOrder, page: Page): Promise<void> {
  const { tally, shopUrl } = world;
  if (random.chance(0.1)) return tally.add("pay pages left at once");
  let current = page;
  for (let step = 0; step < 4 && !current.url.startsWith(shopUrl); step++) {
    const next = payForm(current, random);
    if (!next) break;
    const { form, filled } = next;
    const from = current;
    current = await patiently(tally, () =>
      browser.submit(from, form, filled, (to) => to.startsWith(shopUrl)),
    );
  }
  if (!current.url.startsWith(shopUrl)) return tally.add("pay pages left half-way");
  if (random.chance(0.25)) return tally.add("tabs closed after paying");
  const back = current.url;
  const times = random.chance(0.2) ? 2 : 1;
  const pages = await Promise.all(
    Array.from({ length: times }, () => patiently(tally, () => browser.open(back))),
  );
  tally.add(`returns from the pay page${times > 1 ? ", twice at once" : ""}`);
  const token = tokenIn(pages[0]?.url ?? "");
  if (!token || !pages[0]) return;
  world.shown.add(token);
  await pressAgain(world, random, { browser }, { page: pages[0], token });
  await later(world, random, token);
}

function payForm(page: Page, random: Random): { form: PageForm; filled: Record<string, string> } | null {
  const byAction = (part: string) => page.forms.find(({ action }) => action.includes(part));
  const external = byAction("/external/");
  if (external) {
    const outcome = random.pick(["pay", "pay", "pay", "pay", "fail", "cancel"]);
    return { form: external, filled: { outcome } };
  }
  const pay = byAction("/checkout/pay");
  if (!pay) return null;
  const names = new Set(pay.fields.map(([name]) => name));
  if (pay.html.includes('name="number"')) {
    const number = random.chance(0.8) ? "4111111111111111" : "4000000000000002";
    return { form: pay, filled: { owner: "Erika Muster", number, expiry: "12/39", code: "123" } };
  }
  if (names.has("iban")) {
    return { form: pay, filled: { owner: "Erika Muster", iban: "DE35500105175418493188", mandate: "1" } };
  }
  return { form: pay, filled: {} };
}

/** The order page offers to pay again, another way or the same, and to call the order off. */
async function pressAgain(
  { tally, shopUrl }: World,
  random: Random,
  { browser }: Pick<ReadyOrder, "browser">,
  { page, token }: { page: Page; token: string },
): Promise<void> {
  const forms = page.forms.filter(({ fields }) =>
    fields.some(([name, value]) => name === "token" && value === token),
  );
  const again = forms.find(({ html }) => html.includes('name="method"'));
  const off = forms.find((form) => form !== again);
  const leave = (url: string) => !url.startsWith(shopUrl);
  if (again && random.chance(0.6)) {
    const method = random.pick(["prepaid", "invoice"]);
    await patiently(tally, () => browser.submit(page, again, { method }, leave));
    tally.add("payments begun again on the order page");
  } else if (off && random.chance(0.1)) {
    await patiently(tally, () => browser.submit(page, off, {}, leave));
    tally.add("orders called off by their buyers");
  }
}

/** What may happen to a payment afterwards, without the shop. */
async function later({ operator, tally, refund }: World, random: Random, token: string): Promise<void> {
  if (!random.chance(0.3)) return;
  await pause(random.between(200, 2000));
  if (random.chance(0.3))
    return tally.add(`refunds by the merchant: ${await refund(token, random.between(1, 300))}`);
  const [transaction] = await operator.transactionsOf(token);
  if (!transaction) return;
  if (random.chance(0.6)) {
    const amount = random.between(1, 300);
    if (await operator.act(transaction.id, "refund", { amount }))
      tally.add("refunds made in the back office");
    return;
  }
  if (!(await operator.act(transaction.id, "charge-back"))) return;
  tally.add("charge-backs");
  if (random.chance(0.5) && (await operator.act(transaction.id, "issue-resolved")))
    tally.add("charge-backs resolved");
}
