import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mask, maskText } from "./mask";

const folder = "docs/secuconnect/examples";
const examples = readdirSync(folder);

describe("mask", () => {
  it.each(examples)("leaves nobody recognisable in %s", (file) => {
    const { request, response } = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
    const text = JSON.stringify(mask([request?.headers, request?.body, response?.body]));
    expect(text).not.toMatch(/Erika|Beispiel(?!bank)|Musterweg|5550123|example\.org|01099|1984-08-12/);
    expect(text).not.toMatch(/csrmr92tng2um8sdcxk8bkad0t|7b1c93|\/checkout\/MH-/);
  });

  it("keeps what a person needs to follow a payment", () => {
    const file = `${folder}/smart-transaction-read-pending-prepaid.json`;
    const body = JSON.parse(readFileSync(file, "utf8")).response.body;
    const masked = mask(body);
    expect(masked).toMatchObject({
      id: body.id,
      status: "pending",
      merchantRef: body.merchantRef,
      basket: body.basket,
      basket_info: body.basket_info,
      payment_instructions: body.payment_instructions,
      transactions: body.transactions,
      contract: body.contract,
      customer: { object: "payment.customers", id: body.customer.id },
    });
  });

  it("shows what was absent, and the host of our own addresses", () => {
    expect(
      mask({ email: "", phone: null, url_push: "https://shop.example/push?k=1", url_error: "nonsense" }),
    ).toEqual({ email: "", phone: null, url_push: "https://shop.example/***", url_error: "***" });
  });

  it("hides an account inside a container but not the sort of container", () => {
    const container = { type: "bank_account", private: { owner: "E", iban: "DE1" } };
    expect(mask({ container })).toEqual({
      container: { type: "bank_account", private: { owner: "***", iban: "***" } },
    });
  });

  it("hides credentials and files", () => {
    const body = { client_id: "a", client_secret: "b", grant_type: "client_credentials", content: "UGxh" };
    expect(mask(body)).toEqual({
      client_id: "***",
      client_secret: "***",
      grant_type: "client_credentials",
      content: "***",
    });
  });
});

it("takes addresses of e-mail out of texts", () => {
  expect(maskText('email "a.b@c.example" is wrong')).toBe('email "***" is wrong');
});
