import jsQR from "jsqr";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { ANSWERS } from "../answer-schemas";
import {
  contact,
  contractId,
  create,
  effective,
  isRemote,
  openTarget,
  payment,
  paymentId,
  play,
  read,
} from "./harness";

const target = openTarget({ mixedBaskets: true });

describe("16 transfer details and the EPC code", () => {
  it.runIf(!isRemote)(
    "holds the EPC069-12 text of the transfer, in a PNG without authentication",
    async () => {
      const smart = await play(target, {}, ["start/prepaid"]);
      const details = smart.payment_instructions;
      const response = await fetch(details?.girocode_url ?? "");
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
      const png = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
      const decoded = jsQR(new Uint8ClampedArray(png.data), png.width, png.height);
      expect(decoded?.data.split("\n")).toEqual([
        ..."BCD 002 1 SCT".split(" "),
        details?.bic,
        details?.owner,
        details?.iban,
        "EUR44.85",
        "",
        "",
        details?.purpose,
      ]);
      expect(decoded?.version).toBeLessThanOrEqual(13);
    },
  );

  it.runIf(!isRemote)("shows what is left after a reduction", async () => {
    const smart = await play(target, {}, ["start/prepaid"]);
    await target.call("POST", `/Payment/Transactions/${paymentId(smart)}/cancel`, { reduce_amount_by: 4480 });
    const { body } = await target.operate("GET", `/transactions/${smart.id}`);
    expect(body).toMatchObject({ _sandbox: { epc_payload: expect.stringContaining("\nEUR0.05\n") } });
  });

  it("is not there for unpaid or unknown transactions", async () => {
    const smart = await create(target);
    for (const id of [smart.id, "STX_NONE", ""]) {
      expect((await target.raw(`/qr/epc?stx=${id}`, {})).status).toBe(404);
    }
  });
});

describe("17 customers", () => {
  it("are made, read, found, replaced completely and deleted", async () => {
    const made = await target.call("POST", "/Payment/Customers", { contact });
    expect(ANSWERS.Customer?.parse(made.body)).toMatchObject({ contact: { phone: "+49 30 5550123" } });
    const path = `/Payment/Customers/${made.body.id}`;
    expect((await target.call("GET", path)).body).toEqual(made.body);
    const found = await target.call("GET", `/Payment/Customers?q=contact.email:${contact.email}`);
    expect(found.body.count).toBeGreaterThan(0);
    const replaced = await target.call("PUT", path, { contact: { surname: "Neu" } });
    expect(replaced.body).toMatchObject({ contact: { surname: "Neu", forename: null, email: null } });
    expect((await target.call("DELETE", path)).body).toMatchObject([{ id: made.body.id }]);
    expect((await target.call("GET", path)).status).toBe(404);
    expect((await target.call("DELETE", path)).body.error).toBe("ProductNotAllowedException");
    expect((await target.call("POST", "/Payment/Customers")).body.code).toBe(3001);
  });
});

describe("18 containers", () => {
  it("are bank accounts, masked in public, once per customer", async () => {
    const customer = (await target.call("POST", "/Payment/Customers", { contact })).body;
    const body = {
      type: "bank_account",
      customer: { id: customer.id },
      private: { owner: "Erika Beispiel", iban: "DE38 9999 9998 0000 0012 34" },
    };
    const made = await target.call("POST", "/Payment/Containers", body);
    expect(ANSWERS.Container?.parse(made.body)).toMatchObject({
      private: { iban: "DE38999999980000001234" },
      public: { iban: "DE38XXXXXXXXXXXXXX1234" },
    });
    expect((await target.call("POST", "/Payment/Containers", body)).status).toBe(409);
    const path = `/Payment/Containers/${made.body.id}`;
    expect((await target.call("PUT", `${path}/archive`)).body).toEqual({ result: true });
    const smart = await create(target);
    const use = await target.call("POST", `/Smart/Transactions/${smart.id}/prepare/debit`, {
      container: { id: made.body.id },
    });
    expect(use.body.code).toBe(3007);
    expect((await target.call("DELETE", path)).status).toBe(200);
    const card = await target.call("POST", "/Payment/Containers", {
      type: "credit_card",
      private: { pan: "4111" },
    });
    expect(card.status).toBe(403);
  });

  it("checks an IBAN", async () => {
    const check = (iban: string) =>
      target.call("POST", "/Payment/Containers/me/validateSingleIban", { id: 1, iban });
    expect((await check("DE35500105175418493188")).body.valid).toBe(true);
    expect((await check("DE36500105175418493188")).body.valid).toBe(false);
  });
});

describe("19 contracts", () => {
  const path = `/General/Contracts/${contractId}`;

  it("tell their methods and currencies", async () => {
    const methods = await target.call("POST", `${path}/getAvailablePaymentMethods`, {
      currency: "EUR",
      is_demo: true,
    });
    expect(methods.body).toEqual(expect.arrayContaining(["Creditcard", "Debit", "Invoice", "Prepay"]));
    const smart = await create(target);
    expect((await target.call("POST", `${path}/getAvailablePaymentMethods/${smart.id}`)).status).toBe(200);
    expect((await target.call("GET", `${path}/AvailableCurrencies`)).body).toContain("EUR");
    expect((await target.call("GET", path)).body).toMatchObject({
      object: "general.contracts",
      id: contractId,
    });
  });

  it.runIf(!isRemote)("keep the background image of the Payment Link", async () => {
    const background = { enabled: true, image_url: "https://shop.example.com/desk.jpg" };
    const saved = await target.call("POST", `${path}/savePaymentLinkConfiguration`, { background });
    expect(saved.body).toEqual({ result: true });
    expect((await target.call("GET", path)).body).toMatchObject({ payment_link_options: { background } });
  });
});

describe("20 documents", () => {
  const pdf = Buffer.from("%PDF-1.4 invoice").toString("base64");

  it("are uploaded as base64 or as a file, read and downloaded", async () => {
    const made = await target.call("POST", "/Document/Uploads", { content: pdf });
    expect(made.body.id).toMatch(/^DUP_/);
    expect((await target.call("GET", `/Document/Uploads/${made.body.id}`)).body.content).toBe(pdf);
    expect((await target.call("GET", `/Document/Uploads/${made.body.id}/Download`)).text).toBe(
      "%PDF-1.4 invoice",
    );
    const form = new FormData();
    form.append("file", new Blob(["%PDF-1.4 two"]), "RE-2.pdf");
    const { access_token } = (await target.token()).body;
    const file = await target.raw("/api/v2/Document/Uploads?multipart", {
      method: "POST",
      headers: { Authorization: `Bearer ${access_token}` },
      body: form,
    });
    expect(file.body).toMatchObject({ name: "RE-2.pdf", type: "application/pdf", size: 12 });
    expect((await target.call("POST", "/Document/Uploads", { content: "***" })).status).toBe(400);
  });

  it("are tied to a payment by its hash", async () => {
    const smart = await play(target, {}, ["start/invoice"]);
    const { id } = (await target.call("POST", "/Document/Uploads", { content: pdf })).body;
    const hash = smart.transactions[0]?.transaction_hash;
    const path = `/Payment/secupayinvoices/${hash}/assignExternalInvoicePdf/${id}`;
    expect((await target.call("POST", path)).body).toMatchObject({
      document: { id, mime_type: "application/pdf" },
    });
    const second = (await target.call("POST", "/Document/Uploads", { content: pdf })).body.id;
    const again = path.replace(id, second);
    expect((await target.call("POST", again)).status).toBe(403);
    expect((await target.call("POST", again, { update_existing: true })).status).toBe(200);
    expect((await payment(target, smart)).documents).toHaveLength(1);
  });
});

describe.runIf(!isRemote)("22 marketplaces", () => {
  const honey = { id: 1, desc: "Honig", quantity: 2, priceOne: 750, tax: 7 };
  const sending = { id: 2, item_type: "shipping", desc: "Versand", quantity: 1, priceOne: 390, tax: 19 };
  const fee = {
    item_type: "stakeholder_payment",
    desc: "Geb",
    reference_id: "fee",
    sum: 189,
    contract_id: contractId,
  };
  const bowl = { id: 3, desc: "Schale", quantity: 1, priceOne: 2000, tax: 19 };
  const part = (reference_id: string, sum: number, sub_basket: object[]) => ({
    item_type: "sub_transaction",
    desc: `Teil ${reference_id}`,
    reference_id,
    sum,
    contract_id: "GCR_3JNGGA7DVG8H4WEH07PWHJAJFNMB9P",
    sub_basket,
  });
  const products = [part("A", 1890, [honey, sending, fee]), part("B", 2000, [bowl])];
  const mixed = { basket: { products }, basket_info: { sum: 3890 } };

  it("one original payment and one per sub-basket", async () => {
    const smart = await play(target, mixed, ["start/invoice"]);
    expect(smart.basket?.type).toBe("mixed");
    expect(smart.transactions.map((each) => each.reference_id)).toEqual([undefined, "A", "B"]);
    const [original, first] = smart.transactions;
    expect(first?.transaction_hash).toBe(`${original?.transaction_hash}_${first?.trans_id}`);
    expect((await payment(target, smart, 1)).amount).toBe(1890);
  });

  it("shipping and refunds go to the sub-transactions", async () => {
    const smart = await play(target, mixed, ["start/invoice"]);
    const on = (index: number, action: string, body?: unknown) =>
      target.call("POST", `/Payment/Transactions/${paymentId(smart, index)}/${action}`, body);
    expect((await on(0, "capture")).body.code).toBe(1003);
    expect((await on(0, "cancel", { reduce_amount_by: 1 })).body.code).toBe(4013);
    expect((await on(1, "capture")).body.status).toBe(86);
    expect((await payment(target, smart)).details.status_simple).toBe(14);
    expect((await on(2, "capture")).body.status).toBe(86);
    expect((await payment(target, smart)).details.status_simple).toBe(1);
    await on(1, "cancel", { reduce_amount_by: 390 });
    expect([await effective(target, smart), await effective(target, smart, 1)]).toEqual([3500, 1500]);
  });

  it("cancelling every part cancels the whole", async () => {
    const smart = await play(target, mixed, ["start/invoice"]);
    for (const index of [1, 2]) {
      await target.call("POST", `/Payment/Transactions/${paymentId(smart, index)}/cancel`);
    }
    expect((await read(target, smart)).status).toBe("cancelled");
    expect((await payment(target, smart)).details.status_simple).toBe(5);
  });

  it("sub-baskets must add up, and nothing may stand beside them", async () => {
    const wrong = await target.call("POST", "/Smart/Transactions", {
      intent: "sale",
      contract: { id: contractId },
      basket: { products: [part("A", 1891, [honey, sending, fee])] },
      basket_info: { sum: 1891 },
    });
    expect(wrong.status).toBe(400);
    const beside = await target.call("POST", "/Smart/Transactions", {
      intent: "sale",
      contract: { id: contractId },
      basket: { products: [part("A", 2000, [{ ...bowl, id: 9 }]), { ...bowl, id: 8 }] },
      basket_info: { sum: 4000 },
    });
    expect(beside.status).toBe(400);
  });
});
