import { describe, expect, it } from "vitest";
import { SAMPLE } from "../../config";
import { formOf, openPages, PAYER, RETURN_URLS } from "../test-kit";

const { sandbox, create, get, post, now } = openPages();

const CARD = { owner: "Erika Beispiel", number: "4111 1111 1111 1111", expiry: "12/28", code: "123" };
const DEBIT = { owner: "Erika Beispiel", iban: "DE35 5001 0517 5418 4931 88", mandate: "yes" };

const general = (id: string) => `/checkout?stx=${id}&contract=${SAMPLE.contractId}&server=testing`;
const direct = (id: string, method: string) => `/checkout?payment-method=${method}&stx=${id}`;
const picked = (id: string, method: string) => `${direct(id, method)}&from=list`;

async function pay(path: string, fields: Record<string, string> = {}) {
  const form = formOf(await (await get(path)).text(), "/checkout/pay");
  return post(form.action, { ...form.fields, ...fields });
}

describe("the method list", () => {
  it("shows shop, amount and the contract's methods, and says that it is a simulation", async () => {
    const page = await get(general(create().id));
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain("<!doctype html>");
    expect(html).toContain("Musterhandel GmbH");
    expect(html).toMatch(/59,80\s€/);
    expect(html).toContain("Simulation");
    expect(html.match(/class="method"/g)).toHaveLength(9);
  });

  it("offers only what the shop allows, and goes straight to the only method", async () => {
    const two = create({ payment_context: { payment_methods: ["debit", "prepaid"] } });
    expect((await (await get(general(two.id))).text()).match(/class="method"/g)).toHaveLength(2);
    const one = create({ payment_context: { payment_methods: ["debit"] } });
    const html = await (await get(general(one.id))).text();
    expect(html).toContain("IBAN");
    expect(html).not.toContain("Andere Zahlungsart");
  });

  it("speaks the transaction's language until the buyer switches", async () => {
    const { id } = create({ application_context: { language: "en", return_urls: RETURN_URLS } });
    expect(await (await get(general(id))).text()).toContain("How would you like to pay?");
    expect(await (await get(`${general(id)}&lang=de`)).text()).toContain("Wie möchten Sie bezahlen?");
  });

  it("does not know a made-up link", async () => {
    expect((await get("/checkout?stx=STX_NOPE")).status).toBe(404);
    expect((await get("/checkout")).status).toBe(404);
    expect((await post("/checkout/pay?stx=STX_NOPE")).status).toBe(404);
  });

  it("escapes what a customer calls himself", async () => {
    const { id } = create({
      customer: { contact: { ...PAYER, forename: "<script>alert(1)</script>", surname: '"><img src=x>' } },
      basket: { products: [{ id: 1, desc: "<b>Tinte</b>", quantity: 1, priceOne: 5980, tax: 19 }] },
    });
    const html = await (await get(picked(id, "creditcard"))).text();
    expect(html).not.toContain("<script>alert(1)");
    expect(html).not.toContain("<img src=x>");
    expect(html).not.toContain("<b>Tinte</b>");
    expect(html).toContain("&lt;script&gt;");
  });

  it("shows the contract's background image", async () => {
    const contract = sandbox.store.contracts.get(SAMPLE.contractId);
    if (!contract) throw new Error("the sample contract is missing");
    const image = "https://example.org/pens.jpg";
    sandbox.store.contracts.put({ ...contract, background: { enabled: true, image_url: image } });
    expect(await (await get(general(create().id))).text()).toContain(`src="${image}"`);
    sandbox.store.contracts.put(contract);
    expect(await (await get(general(create().id))).text()).not.toContain(image);
  });
});

describe("the buttons", () => {
  it.each([
    [true, "de", "Jetzt kaufen"],
    [false, "de", "Weiter"],
    [true, "en", "Buy now!"],
    [false, "en", "Continue!"],
  ])("auto_capture %s, %s: %s", async (auto_capture, language, text) => {
    const { id } = create({
      payment_context: { auto_capture },
      application_context: { language, return_urls: RETURN_URLS },
    });
    const html = await (await get(direct(id, "debit"))).text();
    expect(/<button class="primary" type="submit">([^<]*)</.exec(html)?.[1]).toBe(text);
  });

  it("abort leads to url_abort, else to url_error, else is not there", async () => {
    const { id } = create();
    const abort = formOf(await (await get(general(id))).text(), "/checkout/abort");
    const answer = await post(abort.action);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, RETURN_URLS.url_abort]);
    expect(now(id).status).toBe("created");

    const { url_success, url_error } = RETURN_URLS;
    const second = create({ application_context: { return_urls: { url_success, url_error } } });
    const fallback = await post(`/checkout/abort?stx=${second.id}`);
    expect(fallback.headers.get("location")).toBe(url_error);

    const third = create({ application_context: { return_urls: { url_success } } });
    expect(await (await get(general(third.id))).text()).not.toContain("/checkout/abort");
  });
});

describe("card", () => {
  it("pays and returns to exactly url_success", async () => {
    const { id } = create();
    const answer = await pay(picked(id, "creditcard"), CARD);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, RETURN_URLS.url_success]);
    expect(now(id).status).toBe("ok");
    const container = sandbox.store.containers.get(now(id).containerId ?? "");
    expect(container?.private.pan).toBe("411111XXXXXX1111");
  });

  it("only authorises without auto_capture", async () => {
    const { id } = create({ payment_context: { auto_capture: false } });
    const answer = await pay(picked(id, "creditcard"), CARD);
    expect(answer.headers.get("location")).toBe(RETURN_URLS.url_success);
    expect(now(id).status).toBe("approved");
  });

  it("says at the field what is wrong and keeps what was typed", async () => {
    const { id } = create();
    const answer = await pay(picked(id, "creditcard"), { ...CARD, number: "4111 1111 1111 1112", code: "" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="4111 1111 1111 1112"');
    expect(html).toContain('aria-describedby="number-error"');
    expect(html).toContain('id="number-error"');
    expect(html).toContain('id="code-error"');
    expect(now(id).paymentIds).toEqual([]);
  });

  it("declined: the list again, with a word about it", async () => {
    const { id } = create();
    const answer = await pay(picked(id, "creditcard"), { ...CARD, number: "4000 0000 0000 0002" });
    expect(now(id).status).toBe("failed");
    const html = await (await get(answer.headers.get("location") ?? "")).text();
    expect(html).toContain("Die Zahlung per Kreditkarte wurde abgelehnt.");
    expect(html.match(/class="method"/g)).toHaveLength(9);
  });

  it("a double click pays once and ends at the same place", async () => {
    const { id } = create();
    const form = formOf(await (await get(picked(id, "creditcard"))).text(), "/checkout/pay");
    const clicks = await Promise.all([1, 2].map(() => post(form.action, { ...form.fields, ...CARD })));
    expect(clicks.map((click) => click.headers.get("location"))).toEqual(
      Array(2).fill(RETURN_URLS.url_success),
    );
    expect(sandbox.engine.allPaymentsOf(now(id))).toHaveLength(1);
  });

  it("a double click on a declined card makes one attempt", async () => {
    const { id } = create();
    const form = formOf(await (await get(picked(id, "creditcard"))).text(), "/checkout/pay");
    const fields = { ...form.fields, ...CARD, number: "4000000000000002" };
    const first = await post(form.action, fields);
    const second = await post(form.action, fields);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect(sandbox.engine.allPaymentsOf(now(id))).toHaveLength(1);
  });

  it("an old tab cannot pay another amount than it shows", async () => {
    const { id } = create();
    const form = formOf(await (await get(picked(id, "creditcard"))).text(), "/checkout/pay");
    sandbox.engine.updateSmart(id, { basket_info: { sum: 9980 } });
    const answer = await post(form.action, { ...form.fields, ...CARD });
    expect(now(id).status).toBe("created");
    const html = await (await get(answer.headers.get("location") ?? "")).text();
    expect(html).toContain("Der Stand dieser Zahlung hat sich inzwischen geändert");
    expect(html).toMatch(/99,80\s€/);
  });
});

describe("direct debit", () => {
  it("pays with IBAN and mandate", async () => {
    const { id } = create();
    const answer = await pay(picked(id, "debit"), DEBIT);
    expect(answer.headers.get("location")).toBe(RETURN_URLS.url_success);
    expect(now(id).status).toBe("ok");
  });

  it("refuses wrong check digits and a missing mandate", async () => {
    const { id } = create();
    const answer = await pay(picked(id, "debit"), { owner: "E", iban: "DE35500105175418493189" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('id="iban-error"');
    expect(html).toContain('id="mandate-error"');
    expect(now(id).status).toBe("created");
  });

  it("stays pending while the payer is checked", async () => {
    const { id } = create({ customer: { contact: { ...PAYER, surname: "Pruefung" } } });
    await pay(picked(id, "debit"), DEBIT);
    expect(now(id).status).toBe("pending");
    expect(await (await get(general(id))).text()).toContain("Die Zahlung wird geprüft");
  });
});

describe("invoice", () => {
  const refused = { customer: { contact: { ...PAYER, surname: "Ablehnung" } } };

  it("accepted: back to the shop", async () => {
    const { id } = create();
    const answer = await pay(`/checkout?initPaymentMethod=invoice&stx=${id}`);
    expect(answer.headers.get("location")).toBe(RETURN_URLS.url_success);
    expect(now(id)).toMatchObject({ status: "ok", paymentMethod: "invoice" });
  });

  it("refused from the list: the other methods are offered, without invoice", async () => {
    const { id } = create(refused);
    const answer = await pay(`/checkout?initPaymentMethod=invoice&stx=${id}&from=list`);
    const html = await (await get(answer.headers.get("location") ?? "")).text();
    expect(html).toContain("Die Zahlung per Rechnung wurde abgelehnt.");
    expect(html.match(/class="method"/g)).toHaveLength(8);
    expect(html).not.toContain("initPaymentMethod=invoice");
  });

  it("refused on the shop's own invoice link: back to url_error", async () => {
    const { id } = create(refused);
    const answer = await pay(`/checkout?initPaymentMethod=invoice&stx=${id}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, RETURN_URLS.url_error]);
  });
});

describe("advance payment", () => {
  it("shows the transfer details with a code, and the way back", async () => {
    const { id } = create();
    const answer = await pay(picked(id, "prepay"));
    const html = await (await get(answer.headers.get("location") ?? "")).text();
    expect(now(id).status).toBe("pending");
    expect(html).toContain("Bitte überweisen Sie jetzt");
    expect(html).toContain(now(id).instructions?.purpose ?? "no purpose");
    expect(html).toContain(`/qr/epc?stx=${id}`);
    expect(html).toContain(`href="${RETURN_URLS.url_success}"`);
    expect((await get(`/qr/epc?stx=${id}`)).headers.get("content-type")).toBe("image/png");
  });
});

describe("the payer's data", () => {
  const person = { forename: "Erika", surname: "Beispiel", email: "e@example.org" };
  const address = { street: "Musterweg", postal_code: "01099", city: "Musterstadt", country: "DE" };

  it("are asked for when they are missing, then the method goes on", async () => {
    const { id } = create({ customer: {} });
    const form = formOf(await (await get(picked(id, "debit"))).text(), "/checkout/customer");
    const wrong = await post(form.action, { ...person, ...address, postal_code: "1099" });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(html).toContain('value="Musterweg"');
    expect(html).toContain('id="postal_code-error"');
    const right = await post(form.action, { ...person, ...address });
    expect(right.status).toBe(303);
    expect(await (await get(right.headers.get("location") ?? "")).text()).toContain('name="iban"');
    expect(sandbox.engine.customerOf(now(id))?.contact).toMatchObject({ ...person, address });
  });

  it("can be mended, and the rest of the contact stays", async () => {
    const { id } = create({
      customer: { contact: { ...PAYER, phone: "+49 30 5550123", dob: "1984-08-12" } },
    });
    const path = `${picked(id, "debit")}&edit=customer`;
    const form = formOf(await (await get(path)).text(), "/checkout/customer");
    await post(form.action, { ...person, ...address, city: "Neustadt" });
    const contact = sandbox.engine.customerOf(now(id))?.contact;
    expect(contact).toMatchObject({
      phone: "+49305550123",
      dob: "1984-08-12T00:00:00+00:00",
      address: { city: "Neustadt" },
    });
  });

  it("stay as they are when locked; only what is missing is asked", async () => {
    const { id } = create({
      customer: { contact: person },
      application_context: { locks: { customer: true }, return_urls: RETURN_URLS },
    });
    const html = await (await get(picked(id, "debit"))).text();
    expect(html).not.toContain('name="surname"');
    const form = formOf(html, "/checkout/customer");
    await post(form.action, { ...address, surname: "Anders" });
    expect(sandbox.engine.customerOf(now(id))?.contact).toMatchObject({ surname: "Beispiel", address });
    const next = await (await get(`${picked(id, "debit")}&edit=customer`)).text();
    expect(next).toContain('name="iban"');
    expect(next).not.toContain("edit=customer");
  });
});

describe("a closed link", () => {
  it("shows the result and the way back, and pays no more", async () => {
    const { id } = create();
    const form = formOf(await (await get(picked(id, "creditcard"))).text(), "/checkout/pay");
    await post(form.action, { ...form.fields, ...CARD });
    const html = await (await get(general(id))).text();
    expect(html).toContain("Die Zahlung ist angenommen");
    expect(html).not.toContain("<form");
    expect(html).toContain(`href="${RETURN_URLS.url_success}"`);
    await post(form.action.replace("creditcard", "debit"), { ...form.fields, ...DEBIT });
    expect(now(id).paymentMethod).toBe("creditcard");
  });

  it("leads to url_error after a cancellation", async () => {
    const { id } = create();
    sandbox.engine.abortSmart(id);
    expect(await (await get(general(id))).text()).toContain(`href="${RETURN_URLS.url_error}"`);
  });

  it("never offers a script as the way back", async () => {
    const html = await (await get(general(create().id))).text();
    expect(html).not.toContain("javascript:");
    const { id } = create();
    const smart = now(id);
    const return_urls = { url_success: "javascript:alert(1)", url_abort: " JavaScript:alert(1)" };
    sandbox.store.smarts.put({ ...smart, applicationContext: { ...smart.applicationContext, return_urls } });
    expect(await (await get(general(id))).text()).not.toContain("/checkout/abort");
    await pay(picked(id, "creditcard"), CARD);
    expect(await (await get(general(id))).text()).not.toMatch(/javascript:/i);
  });
});

describe("the frame", () => {
  it("refuses a form that another site sends", async () => {
    const { id } = create();
    const form = formOf(await (await get(picked(id, "creditcard"))).text(), "/checkout/pay");
    const answer = await post(
      form.action,
      { ...form.fields, ...CARD },
      { origin: "https://elsewhere.example" },
    );
    expect(answer.status).toBe(403);
    expect(now(id).status).toBe("created");
  });

  it("serves its style sheets and script, and nothing else", async () => {
    const css = await get("/_pages/checkout.css");
    expect(css.headers.get("content-type")).toContain("text/css");
    expect((await get("/_pages/sugar.js")).status).toBe(200);
    expect((await get("/_pages/..%2findex.ts")).status).toBe(404);
  });

  it("runs no script of a stranger", async () => {
    const page = await get(general(create().id));
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(await page.text()).not.toMatch(/<script(?![^>]*src="\/_pages\/)/);
  });
});
