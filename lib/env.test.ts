import { describe, expect, it } from "vitest";
import { EnvError, parseEnv } from "@/lib/env";

const needed = {
  NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
  SECUCONNECT_URL: "http://127.0.0.1:4010",
  SECUCONNECT_CLIENT_ID: "00000000000000000000000000000001",
  SECUCONNECT_CLIENT_SECRET: "2",
  SECUCONNECT_CONTRACT_ID: "GCR_2GTC4T4689DUZQ0G78B3Y04P4XM2G2",
};

describe("ways to pay in the environment", () => {
  it("are advance payment and invoice on the shop's own pages, captured at once, unless said otherwise", () => {
    const { KONTOR_OWN_PAGES, KONTOR_CAPTURE } = parseEnv({ ...needed, KONTOR_OWN_PAGES: "" });
    expect(KONTOR_OWN_PAGES).toEqual(["prepaid", "invoice"]);
    expect(KONTOR_CAPTURE).toBe("now");
  });

  it("are read from a list with blanks", () => {
    const { KONTOR_OWN_PAGES } = parseEnv({ ...needed, KONTOR_OWN_PAGES: "prepaid, debit ,paypal," });
    expect(KONTOR_OWN_PAGES).toEqual(["prepaid", "debit", "paypal"]);
  });

  it.each([
    ["KONTOR_OWN_PAGES", "prepaid,creditcard"],
    ["KONTOR_CAPTURE", "tomorrow"],
    ["KONTOR_PICKUP_STORE", "the corner shop"],
  ])("%s=%s is refused by name", (name, value) => {
    expect(() => parseEnv({ ...needed, [name]: value })).toThrow(EnvError);
    expect(() => parseEnv({ ...needed, [name]: value })).toThrow(name);
  });
});
