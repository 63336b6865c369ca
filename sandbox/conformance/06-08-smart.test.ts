import { describe, expect, it } from "vitest";
import { contact, create, openTarget, order, payer, paymentId, play, read, type Smart } from "./harness";

const target = openTarget();
const put = (smart: Smart, body: unknown) => target.call("PUT", `/Smart/Transactions/${smart.id}`, body);
const act = (smart: Smart, action: string, body?: unknown) =>
  target.call("POST", `/Smart/Transactions/${smart.id}/${action}`, body);

describe("6 the object", () => {
  it("echoes the input and adds what the server knows", async () => {
    const smart = await create(target, { is_demo: true, basket_info: { sum: 4485 } });
    expect(smart).toMatchObject({
      status: "created",
      is_demo: true,
      intent: "sale",
      updated: null,
      trans_id: null,
      payment_method: null,
      transactions: [],
      basket_info: { sum: 4485, currency: "EUR" },
      basket: { type: "default", texts: [] },
      checkout_links: null,
      payment_context: {
        auto_capture: false,
        payment_methods: null,
        merchant_initiated: false,
        accrual: false,
      },
    });
    expect(smart.application_context.language).toBe("de");
    expect(smart.basket?.products.map((item) => [item.id, item.item_type])).toEqual([
      [1, "article"],
      [2, "article"],
      [3, "coupon"],
    ]);
  });

  it("takes blanks out of phone numbers and sets the date of birth to midnight", async () => {
    const smart = await create(target);
    expect(smart.customer?.contact).toMatchObject({
      name: "Erika Beispiel",
      phone: "+49305550123",
      mobile: null,
      dob: expect.stringMatching(/^1984-08-12T00:00:00\+0/),
    });
  });

  it("splits url_failure and never returns it", async () => {
    const return_urls = { url_success: "https://s.example/a", url_failure: "https://s.example/f" };
    const smart = await create(target, { application_context: { return_urls } });
    expect(smart.application_context.return_urls).toEqual({
      url_success: "https://s.example/a",
      url_error: "https://s.example/f",
      url_abort: "https://s.example/f",
    });
  });

  it("turns an empty transactionRef into null, keeps the gratuity", async () => {
    const smart = await create(target, { transactionRef: "", basket_info: { sum: 4485, gratuity: 200 } });
    expect(smart.transactionRef).toBeNull();
    expect(smart.basket_info.gratuity).toBe(200);
  });

  it("resolves an existing customer and a shipping address", async () => {
    const made = await target.call("POST", "/Payment/Customers", { contact });
    const smart = await create(target, {
      customer: { id: made.body.id },
      shipping_address: { contact: { ...contact, forename: "Max" } },
    });
    expect(smart.customer?.id).toBe(made.body.id);
    expect(smart.shipping_address?.contact.forename).toBe("Max");
  });
});

describe("7 basket", () => {
  const article = { id: 1, desc: "Tisch", quantity: 1, priceOne: 49_800, tax: 19 };
  const shipping = { id: 2, item_type: "shipping", desc: "Versand", quantity: 1, priceOne: 3500, tax: 19 };
  const coupon = { id: 3, item_type: "coupon", desc: "Gutschein", quantity: 1, priceOne: 2000, tax: 19 };
  const donation = { item_type: "donation", desc: "Spende", priceOne: 100 };

  it("adds article and shipping, subtracts coupons (49800 - 2000 + 3500 = 51300)", async () => {
    const basket = { products: [article, coupon, shipping] };
    expect((await create(target, { basket, basket_info: { sum: 51_300 } })).basket_info.sum).toBe(51_300);
  });

  it("adds donations, leaves stakeholder shares and line sums out of the total", async () => {
    const share = { item_type: "stakeholder_payment", reference_id: "fee", sum: 500, contract_id: "GCR_X" };
    const basket = { products: [{ ...article, sum: 1 }, donation, share] };
    expect((await create(target, { basket, basket_info: { sum: 49_900 } })).status).toBe("created");
  });

  it("is optional", async () => {
    const smart = await create(target, { basket: undefined, basket_info: { sum: 17_500 } });
    expect([smart.basket, smart.basket_info.sum]).toEqual([null, 17_500]);
  });

  it("takes the tax as text as well", async () => {
    const basket = { products: [{ ...article, tax: "19" }] };
    expect((await create(target, { basket, basket_info: { sum: 49_800 } })).basket?.products[0]?.tax).toBe(
      19,
    );
  });
});

describe("8.3 update", () => {
  it("changes what is sent and keeps the rest", async () => {
    const smart = await create(target);
    const { body } = await put(smart, {
      basket: null,
      basket_info: { sum: 6080 },
      is_demo: false,
      intent: "order",
    });
    expect(body).toMatchObject({ basket: null, basket_info: { sum: 6080, currency: "EUR" } });
    expect(body).toMatchObject({
      is_demo: true,
      intent: "sale",
      merchantRef: "MH-1",
      customer: { contact: {} },
    });
    expect(body.updated).not.toBeNull();
  });

  it("takes the authorisation away", async () => {
    const smart = await play(target, {}, ["prepare/invoice"]);
    const { body } = await put(smart, order({ merchantRef: "MH-2" }));
    expect(body).toMatchObject({ status: "created", transactions: [], payment_method: null, trans_id: null });
    expect((await act(smart, "start")).body.code).toBe(4011);
    const void_ = await target.call("GET", `/Payment/Transactions/${paymentId(smart)}/checkStatus`);
    expect(void_.body).toMatchObject({ status_simple: 5, amount: 0 });
  });

  it("leads from failed back to created", async () => {
    const smart = await play(target, payer("Ablehnung"), ["prepare/invoice"]);
    expect(smart.status).toBe("failed");
    expect((await put(smart, { customer: { contact } })).body.status).toBe("created");
  });
});

describe("8.5 and 8.6 start", () => {
  it("captures once, also when two calls run at the same time", async () => {
    const smart = await play(target, {}, ["prepare/invoice"]);
    const [one, two] = await Promise.all([act(smart, "start", {}), act(smart, "start")]);
    expect([one.body.status, two.body.status]).toEqual(["ok", "ok"]);
    expect(one.body.transactions).toEqual(two.body.transactions);
    expect(one.body.updated).toBe(two.body.updated);
  });

  it("start/prepaid answers pending with transfer details, twice the same", async () => {
    const smart = await play(target, {}, ["start/prepaid"], ["start/prepaid"]);
    expect(smart).toMatchObject({ status: "pending", payment_method: "prepaid" });
    expect(smart.transactions).toHaveLength(1);
    expect(smart.payment_instructions?.purpose).toBe(`TA ${smart.trans_id}`);
  });

  it("start/invoice includes the check", async () => {
    expect((await play(target, {}, ["start/invoice"])).status).toBe("ok");
    expect((await play(target, payer("Ablehnung"), ["start/invoice"])).status).toBe("failed");
  });

  it("start with an empty method behaves like start", async () => {
    const smart = await play(target, {}, ["prepare/invoice"]);
    expect((await act(smart, "start/")).body.status).toBe("ok");
  });
});

describe("8.7 cancel and 8.8 abort", () => {
  it.each([
    ["created", []],
    ["approved", [["prepare/invoice"]]],
    ["pending", [["start/prepaid"]]],
    ["ok", [["start/invoice"]]],
  ] as [string, [string][]][])("cancels in %s, and not twice", async (status, steps) => {
    const smart = await play(target, {}, ...steps);
    expect(smart.status).toBe(status);
    expect((await act(smart, "cancel")).body.status).toBe("cancelled");
    expect((await act(smart, "cancel")).body.code).toBe(4014);
    expect((await act(smart, "start")).body.code).toBe(4011);
  });

  it("refunds in full what was paid", async () => {
    const smart = await play(target, payer("Beispiel"), ["start/invoice"], ["cancel"]);
    const check = await target.call("GET", `/Payment/Transactions/${paymentId(smart)}/checkStatus`);
    expect(check.body).toMatchObject({ status_simple: 5, status_simple_text: "void", amount: 0 });
  });

  it("aborts before the capture only", async () => {
    const smart = await play(target, {}, ["prepare/invoice"]);
    expect((await act(smart, "abort")).body.status).toBe("aborted");
    const paid = await play(target, {}, ["start/prepaid"]);
    expect((await act(paid, "abort")).body.code).toBe(4014);
  });
});

describe("8.9 mark delivery", () => {
  const shipped = (fields: object) => ({ delivery_options: { type: "shipping", ...fields } });
  const store_id = "STO_26UAVVNFZS7V1FM2RNOXK432VXPGUH";

  it("order with shipping: shipped; a second call removes what it leaves out", async () => {
    const delivery_options = { type: "shipping" };
    const smart = await play(target, { intent: "order", delivery_options }, ["start/invoice"]);
    expect(smart).toMatchObject({ status: "received", payment_links: null });
    expect(smart.checkout_links?.url_checkout).toContain(smart.id);
    const at = "2024-09-20T15:20:00+02:00";
    const one = await act(
      smart,
      "setDelivery",
      shipped({ shipped_at: at, shipped_by: "DHL", tracking_code: "1" }),
    );
    expect(one.body).toMatchObject({
      status: "shipped",
      delivery_options: { shipped_at: at, shipped_by: "DHL" },
    });
    const two = await act(smart, "setDelivery", shipped({ shipped_at: at }));
    expect(two.body).toMatchObject({
      status: "shipped",
      delivery_options: { shipped_by: null, tracking_code: null },
    });
  });

  it("order with collection: pick-up code, collected once", async () => {
    const delivery_options = { type: "collection", store_id };
    const smart = await play(target, { intent: "order", delivery_options }, ["start/invoice"]);
    expect(smart.status).toBe("collection");
    expect(smart.delivery_options).toMatchObject({
      type: "collection",
      code: expect.stringMatching(/^\d{4,}$/),
    });
    const collect = { delivery_options: { type: "collection", delivered_at: "2024-09-20T14:25:00+02:00" } };
    const done = await act(smart, "setDelivery", collect);
    expect(done.body).toMatchObject({ status: "collected", delivery_options: { store_id, code: null } });
    expect((await act(smart, "setDelivery", collect)).body.code).toBe(4014);
  });

  it("a collection may be shipped instead; a sale stays ok; unpaid orders are refused", async () => {
    const delivery_options = { type: "collection", store_id };
    const smart = await play(target, { intent: "order", delivery_options }, ["start/invoice"]);
    expect((await act(smart, "setDelivery", shipped({}))).body.status).toBe("shipped");
    const sale = await play(target, {}, ["start/invoice"]);
    expect((await act(sale, "setDelivery", shipped({}))).body.status).toBe("ok");
    const open = await play(target, {}, ["start/prepaid"]);
    expect((await act(open, "setDelivery", shipped({}))).body.code).toBe(4014);
    expect((await read(target, open)).status).toBe("pending");
  });
});
