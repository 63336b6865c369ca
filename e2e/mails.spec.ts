import jsQR from "jsqr";
import { PNG } from "pngjs";
import { addresses } from "./addresses";
import { test as base, expect } from "./fixtures";
import { type Mail, Mailbox } from "./mailbox";

const test = base.extend<{ mailbox: Mailbox }>({
  mailbox: async ({ request }, use) => use(new Mailbox(request, addresses().sandboxUrl)),
});

/** What a banking app reads from the picture in a mail. */
function girocodeIn({ attachments }: Mail): string[] {
  const picture = attachments.find(({ mimeType }) => mimeType === "image/png");
  if (!picture) throw new Error("the mail has no picture");
  const { data, width, height } = PNG.sync.read(Buffer.from(picture.content, "base64"));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data.split("\n") ?? [];
}

test("advance payment: confirmation, bank details, thanks, and a word to the shop", async ({
  shop,
  bank,
  mailbox,
  page,
}) => {
  const token = await shop.order({ method: "prepaid" });
  const details = await mailbox.wait(shop.email, /^Bankdaten zu Ihrer Bestellung K-\d+$/);
  const [number = ""] = /K-\d+/.exec(details.subject) ?? [];
  const purpose = /TA \d+/.exec(
    await page.getByRole("region", { name: "Ihre Überweisung" }).innerText(),
  )?.[0];
  expect(purpose).toBeDefined();
  expect(girocodeIn(details).slice(7)).toEqual(["EUR14.80", "", "", purpose]);
  expect(details.text).toContain(purpose);
  expect(details.text.replaceAll("\u00a0", " ")).toContain("14,80 €");

  const confirmation = await mailbox.wait(shop.email, new RegExp(`^Ihre Bestellung ${number}$`));
  expect(confirmation.text).toContain("Muster-Widerrufsformular");
  const [address = ""] = /http\S+\/orders\/\S+/.exec(confirmation.text) ?? [];
  await page.goto(address);
  expect(await shop.onOrderPage()).toBe(token);

  await bank.transfer(token);
  await mailbox.wait(shop.email, new RegExp(`^Ihre Zahlung zu ${number} ist da$`));
  await mailbox.wait("post@kontor.example", new RegExp(`^Neue Bestellung ${number}: `));
});

test("invoice: the shipping mail brings tracking, bank details and the invoice", async ({
  shop,
  mailbox,
  desk,
}) => {
  await shop.order({ method: "invoice" });
  await desk.signIn();
  await desk.openOrderOf(shop.email);
  await desk.ship("DHL", "00340434161094042557");
  const mail = await mailbox.wait(shop.email, /^Ihr Paket zu K-\d+ ist unterwegs$/);
  expect(mail.text).toContain("00340434161094042557");
  expect(mail.text).toMatch(/TA \d+/);
  expect(girocodeIn(mail)[7]).toBe("EUR14.80");
  const invoice = mail.attachments.find(({ mimeType }) => mimeType === "application/pdf");
  expect(
    Buffer.from(invoice?.content ?? "", "base64")
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});
