import { describe, expect, it } from "vitest";
import { checklist, isPublicAddress, type ShopFacts } from "@/lib/settings/checklist";
import { sampleProfile } from "@/lib/settings/profile";

const real: ShopFacts = {
  isDemo: false,
  appUrl: "https://shop.example.org",
  answersAtAddress: true,
  lastPushAt: new Date(0),
  profile: { ...sampleProfile, isSample: false, vatId: "DE136695976" },
  smtpUrl: "smtps://user:secret@mail.example.org",
  lastMailAt: new Date(0),
  deadMails: 0,
  sampleTexts: [],
  ownersWithoutSecondFactor: 0,
  demoAccount: false,
  ownDatabaseServer: true,
  deadJobs: 0,
};
const open = (facts: Partial<ShopFacts>) =>
  checklist({ ...real, ...facts })
    .filter(({ ok }) => !ok)
    .map(({ id }) => id);

describe("the checklist before going live", () => {
  it("is green for a shop that is ready", () => {
    expect(open({})).toEqual([]);
  });

  it.each<[string, Partial<ShopFacts>, string[]]>([
    ["demo payments", { isDemo: true }, ["live"]],
    ["no HTTPS", { appUrl: "http://shop.example.org" }, ["https"]],
    ["an address of this machine only", { appUrl: "https://localhost:3000" }, ["push"]],
    ["an address where nobody answers", { answersAtAddress: false, lastPushAt: null }, ["push"]],
    ["no VAT or tax number", { profile: { ...real.profile, vatId: "" } }, ["imprint"]],
    ["the sample profile", { profile: sampleProfile }, ["imprint", "mail"]],
    ["no mail server", { smtpUrl: undefined }, ["mail"]],
    ["the sandbox's mail catcher", { smtpUrl: "smtp://127.0.0.1:4025" }, ["mail"]],
    ["no mail that ever left", { lastMailAt: null }, ["mail"]],
    ["mails that were given up", { deadMails: 2 }, ["mail"]],
    ["sample texts", { sampleTexts: ["terms"] }, ["texts"]],
    ["an owner without a second factor", { ownersWithoutSecondFactor: 1 }, ["second_factor"]],
    ["the demo login", { demoAccount: true }, ["demo_account"]],
    ["the embedded database", { ownDatabaseServer: false }, ["database"]],
    ["jobs that were given up", { deadJobs: 1 }, ["jobs"]],
  ])("says so about %s", (_, facts, ids) => {
    expect(open(facts)).toEqual(ids);
  });

  it.each([
    ["https://shop.example.org", true],
    ["https://172.32.0.1", true],
    ["http://127.0.0.1:3000", false],
    ["http://192.168.2.4", false],
    ["http://172.20.0.1", false],
    ["http://[::1]:3000", false],
    ["http://shop.internal", false],
    ["shop", false],
  ])("takes %s for public: %s", (address, known) => {
    expect(isPublicAddress(address)).toBe(known);
  });
});
