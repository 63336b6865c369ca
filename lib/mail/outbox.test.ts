import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { orders, outbox, paymentAttempts } from "@/lib/db/schema";
import { composeMail } from "@/lib/mail/compose";
import { listDeadMails, listMails, mailHealth } from "@/lib/mail/list";
import { claimMail, enoughTimeMs, leaseMs } from "@/lib/mail/outbox";
import { oweMail } from "@/lib/mail/owe";
import { createPost } from "@/lib/mail/post";
import { owePaymentReminders } from "@/lib/mail/remind";
import { retryMail } from "@/lib/mail/retry";
import { sendOwedMails } from "@/lib/mail/send";
import { sendTestMail } from "@/lib/mail/test-mail";
import { shipPart } from "@/lib/orders/part-shipment";
import { placeOrder } from "@/lib/orders/place";
import { shipOrder } from "@/lib/orders/ship";
import { expireOrders } from "@/lib/payments/expire";
import { syncOrder } from "@/lib/payments/follow";
import { placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { type CaughtMail, type MailCatcher, startMailCatcher } from "@/lib/testing/mail-catcher";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

const sku = "MAIL-1";
const hour = 3_600_000;
let open: OpenDb;
let sandbox: TestSandbox;
let clock: TestClock;
let ctx: Context;
let server: MailCatcher;

beforeAll(async () => {
  [open, sandbox] = await Promise.all([openTestDatabase(), startSandbox()]);
  await stockArticle(open.db, sku, 1000);
});
afterAll(() => Promise.all([open?.close(), sandbox?.stop()]));
beforeEach(async () => {
  await open.db.delete(outbox);
  await open.db.update(orders).set({ state: "cancelled" });
  clock = testClock();
  ctx = testContext(open.db, sandbox.url, clock);
  server = await startMailCatcher();
});
afterEach(() => server.stop());

const post = () => createPost(server.url);
const send = () => sendOwedMails(ctx, post());
const to = (address: string): CaughtMail[] => server.mails.filter((each) => each.to.includes(address));
const owe = (kind: string, recipient: string, payload: Record<string, unknown> = {}) =>
  ctx.db.transaction((tx) => oweMail(ctx, tx, { orderId: null, kind, recipient, payload }));
const test = (recipient = "a@kontor.example") => owe(`test:${randomUUID()}`, recipient);

/** A customer of their own, so that their mails are told apart. */
async function order(over: Parameters<typeof placeInput>[1] = {}) {
  const email = `${randomUUID()}@kontor.example`;
  const placed = await placeOrder(ctx, placeInput(sku, { email, ...over }));
  if (!placed.ok) throw new Error(placed.reason);
  const [row] = await ctx.db.select().from(orders).where(eq(orders.token, placed.token));
  if (!row) throw new Error("no order");
  const attempts = await ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.orderId, row.id));
  const [attempt] = attempts;
  if (!attempt) throw new Error("no attempt");
  return { email, order: row, attempt };
}

function girocodeOf({ mail }: CaughtMail): string {
  const [picture] = mail.attachments;
  if (!picture || typeof picture.content === "string") throw new Error("no picture");
  const { data, width, height } = PNG.sync.read(Buffer.from(new Uint8Array(picture.content)));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? "";
}

describe("a bank transfer order", () => {
  it("is confirmed, and its bank details come as words and as a code that says the same", async () => {
    const billing = { ...placeInput(sku).billing, forename: "Jürgen", surname: "Größ" };
    const { email, order: row, attempt } = await order({ billing });
    expect(await send()).toBe(3);
    const mails = to(email);
    expect(mails.map(({ mail }) => mail.subject).sort()).toEqual([
      `Bankdaten zu Ihrer Bestellung ${row.number}`,
      `Ihre Bestellung ${row.number}`,
    ]);
    const details = mails.find(({ mail }) => mail.subject?.startsWith("Bankdaten"));
    const transfer = attempt.transfer;
    if (!details || !transfer) throw new Error("no bank details");
    const [, , , , bic, owner, iban, amount, , , purpose] = girocodeOf(details).split("\n");
    expect({ bic, owner, iban, purpose }).toEqual({
      bic: transfer.bic,
      owner: transfer.owner,
      iban: transfer.iban,
      purpose: transfer.purpose,
    });
    expect(amount).toBe("EUR15.00");
    for (const { mail } of mails) {
      expect(mail.html).toContain("Jürgen Größ");
      expect(mail.text).toContain("Jürgen Größ");
      expect(mail.html).toContain(`http://127.0.0.1:9/de/orders/${row.token}`);
      expect(mail.from).toEqual({ name: "Kontor", address: "post@kontor.example" });
      expect(mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
    }
    expect(details.mail.text).toContain(transfer.purpose);
    expect(details.mail.html).toContain(`src="cid:${details.mail.attachments[0]?.contentId?.slice(1, -1)}"`);
    const confirmation = mails.find(({ mail }) => mail.subject === `Ihre Bestellung ${row.number}`);
    expect(confirmation?.mail.text).toContain("Muster-Widerrufsformular");
    expect(to("post@kontor.example").map(({ mail }) => mail.subject)).toEqual([
      `Neue Bestellung ${row.number}: 15,00\u00a0€`,
    ]);
    expect((await listMails(ctx.db, row.id)).every(({ state }) => state === "sent")).toBe(true);
  });

  it("is reminded once before it lapses, and told when it has", async () => {
    const { email, order: row } = await order({ locale: "en" });
    await send();
    clock.advance(6.9 * 24 * hour);
    expect(await owePaymentReminders(ctx)).toBe(0);
    clock.advance(0.2 * 24 * hour);
    expect(await owePaymentReminders(ctx)).toBe(1);
    expect(await owePaymentReminders(ctx)).toBe(0);
    await send();
    expect(to(email).at(-1)?.mail.subject).toBe(`Reminder: your transfer for ${row.number}`);
    clock.advance(4 * 24 * hour);
    expect(await expireOrders(ctx)).toBe(1);
    await send();
    expect(to(email).at(-1)?.mail.subject).toBe(`Your order ${row.number} has lapsed`);
    expect(to(email)).toHaveLength(4);
  });

  it("that is paid is neither reminded nor asked for money by a mail that comes late", async () => {
    const { email, order: row, attempt } = await order();
    await sandbox.operator(`/transactions/${attempt.stxId}/transfer`, { kind: "exact" });
    clock.advance(7.1 * 24 * hour);
    expect(await owePaymentReminders(ctx)).toBe(0);
    await syncOrder(ctx, row.id, "push");
    await send();
    const subjects = to(email).map(({ mail }) => mail.subject);
    expect(subjects.sort()).toEqual([
      `Ihre Bestellung ${row.number}`,
      `Ihre Zahlung zu ${row.number} ist da`,
    ]);
    const listed = await listMails(ctx.db, row.id);
    expect(listed.find(({ kind }) => kind === "transfer_details")?.state).toBe("needless");
  });
});

describe("an order that is sent", () => {
  it("in two parts: each parcel is told, and the invoice with its bank details comes with the last", async () => {
    const { email, order: row } = await order({ method: "invoice", quantity: 3 });
    const admin = { email: "admin@kontor.example" };
    const part = { carrier: "DHL", trackingId: "1Z", lines: [{ position: 0, quantity: 2 }] };
    expect(await shipPart(ctx, row.id, part, admin)).toEqual({ ok: true });
    await send();
    const first = to(email).at(-1)?.mail;
    expect(first?.text).toContain("Ein Teil Ihrer Bestellung");
    expect(first?.text).toContain(`2 × ${sku}`);
    expect(first?.attachments).toEqual([]);
    expect(await shipOrder(ctx, row.id, { carrier: "DHL", trackingId: "2Z" }, admin)).toEqual({ ok: true });
    await send();
    const last = to(email).at(-1)?.mail;
    expect(last?.text).toContain("2Z");
    expect(last?.text).toContain("Ihre Überweisung");
    expect(last?.attachments.map(({ mimeType }) => mimeType).sort()).toEqual([
      "application/pdf",
      "image/png",
    ]);
    expect(last?.attachments.find(({ mimeType }) => mimeType === "application/pdf")?.filename).toMatch(
      /^Rechnung-.+\.pdf$/,
    );
  });
});

describe("the outbox", () => {
  it("loses nothing and sends nothing twice when the mail server is away for an hour", async () => {
    const port = Number(new URL(server.url).port);
    await server.stop();
    const since = clock.now();
    for (let n = 0; n < 10; n++) await test(`away-${n}@kontor.example`);
    for (let minute = 0; minute < 60; minute++) {
      expect(await send()).toBe(0);
      clock.advance(60_000);
    }
    expect(await mailHealth(ctx.db)).toEqual({ waiting: 10, dead: 0, oldestWaiting: since });
    server = await startMailCatcher({ port });
    let sent = 0;
    for (let minute = 0; minute < 16; minute++) {
      sent += await send();
      clock.advance(60_000);
    }
    expect(sent).toBe(10);
    const seen = server.mails.flatMap(({ to }) => to).sort();
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen).toHaveLength(10);
  });

  it("is shared by several senders, and each mail goes out once", async () => {
    for (let n = 0; n < 30; n++) await test(`shared-${n}@kontor.example`);
    const sent = await Promise.all([send(), send(), send()]);
    expect(sent.reduce((all, each) => all + each)).toBe(30);
    expect(server.mails).toHaveLength(30);
    expect(new Set(server.mails.flatMap((each) => each.to)).size).toBe(30);
  });

  it("repeats a mail whose sender died right after sending, with the same Message-ID", async () => {
    await test();
    const claimed = await claimMail(ctx);
    const message = claimed && (await composeMail(ctx, claimed));
    if (!message) throw new Error("nothing to send");
    await post().send(message);
    expect(await send()).toBe(0);
    clock.advance(leaseMs);
    expect(await send()).toBe(1);
    const ids = server.mails.map(({ mail }) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await send()).toBe(0);
  });

  it("gives up at once what the server refuses for good, and a person may try again", async () => {
    await server.stop();
    let refusing = true;
    server = await startMailCatcher({ refuse: () => (refusing ? 550 : null) });
    await test();
    expect(await send()).toBe(0);
    const [dead] = await listDeadMails(ctx.db);
    expect(dead).toMatchObject({ state: "dead", attempts: 1 });
    expect(dead?.lastError).toContain("550");
    refusing = false;
    clock.advance(hour);
    expect(await send()).toBe(0);
    expect(await retryMail(ctx, dead?.id ?? "")).toBe(true);
    expect(await send()).toBe(1);
    expect(await mailHealth(ctx.db)).toEqual({ waiting: 0, dead: 0, oldestWaiting: null });
    expect(await retryMail(ctx, randomUUID())).toBe(false);
    expect(await retryMail(ctx, "x")).toBe(false);
  });

  it("sends again what a person asks for, as a new message", async () => {
    await test();
    await send();
    const [row] = await ctx.db.select().from(outbox);
    await retryMail(ctx, row?.id ?? "");
    expect(await send()).toBe(1);
    expect(new Set(server.mails.map(({ mail }) => mail.messageId)).size).toBe(2);
  });

  it("gives up after a day of tries, and not while nobody tried", async () => {
    await server.stop();
    server = await startMailCatcher({ refuse: () => 451 });
    await test();
    clock.advance(3 * enoughTimeMs);
    await send();
    expect((await mailHealth(ctx.db)).dead).toBe(0);
    for (let n = 0; n < 11; n++) {
      clock.advance(15 * 60_000);
      await send();
    }
    expect((await mailHealth(ctx.db)).dead).toBe(1);
  });

  it("keeps a mail it cannot write, and the others go out", async () => {
    await owe("nonsense:1", "a@kontor.example");
    await owe(`order_link:${randomUUID()}`, "b@kontor.example", { orders: [] });
    await test("c@kontor.example");
    expect(await send()).toBe(1);
    const rows = await ctx.db.select().from(outbox);
    expect(rows.filter(({ sentAt }) => !sentAt).every(({ lastError }) => lastError !== null)).toBe(true);
  });

  it("writes a withdrawal's receipt with its content, day and time", async () => {
    const payload = {
      name: "Erika",
      orderReference: "K-1",
      message: "Zu hell.",
      receivedAt: clock.now(),
      locale: "en",
    };
    await owe(`withdrawal:${randomUUID()}`, "w@kontor.example", payload);
    await owe(`merchant_withdrawal:${randomUUID()}`, "merchant", payload);
    expect(await send()).toBe(2);
    const [receipt] = to("w@kontor.example");
    expect(receipt?.mail.text).toMatch(/21 November 2026 at 10:00:00 CET/);
    expect(receipt?.mail.text).toContain("Zu hell.");
    expect(to("post@kontor.example")[0]?.mail.subject).toBe("Widerruf: K-1");
  });

  it("a test mail goes at once, and says why when it cannot", async () => {
    expect(await sendTestMail(ctx, "t@kontor.example", "de", post())).toEqual({ ok: true });
    expect(to("t@kontor.example")).toHaveLength(1);
    expect(await sendTestMail(ctx, "t@kontor.example", "de", null)).toMatchObject({
      reason: "not_configured",
    });
    const nobody = createPost("smtp://127.0.0.1:1");
    expect(await sendTestMail(ctx, "t@kontor.example", "de", nobody)).toMatchObject({
      reason: "unreachable",
    });
  });
});
