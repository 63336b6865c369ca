import type { AddressInfo } from "node:net";
import nodemailer from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMailInbox } from "./mail";
import { createMailCatcher } from "./smtp";

describe("mail catcher", () => {
  const inbox = createMailInbox();
  const catcher = createMailCatcher(inbox, () => 42);
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => catcher.server.listen(0, "127.0.0.1", () => resolve()));
    port = (catcher.server.address() as AddressInfo).port;
  });
  afterAll(() => catcher.close());

  const send = (mail: object) =>
    nodemailer.createTransport({ host: "127.0.0.1", port, secure: false }).sendMail({
      from: "Kontor <shop@example.org>",
      to: "Erika Beispiel <erika@example.org>",
      ...mail,
    });

  it("keeps both parts, umlauts and attachments, newest first", async () => {
    await send({ subject: "Eins", text: "Grüße" });
    await send({
      subject: "Bestätigung – Größe",
      text: "Hallo",
      html: "<b>Hallo</b>",
      attachments: [
        { filename: "Rechnung.pdf", content: Buffer.from("%PDF-1.4"), contentType: "application/pdf" },
      ],
    });
    const [latest, first] = inbox.list();
    expect(latest).toMatchObject({
      id: 2,
      received: 42,
      from: "Kontor <shop@example.org>",
      to: ["erika@example.org"],
      subject: "Bestätigung – Größe",
      attachments: [{ filename: "Rechnung.pdf", mimeType: "application/pdf", size: 8 }],
    });
    expect(latest?.html).toContain("<b>Hallo</b>");
    expect(Buffer.from(latest?.attachments[0]?.content ?? "", "base64").toString()).toBe("%PDF-1.4");
    expect(first?.text?.trim()).toBe("Grüße");
    expect(inbox.get(1)?.subject).toBe("Eins");
  });
});
