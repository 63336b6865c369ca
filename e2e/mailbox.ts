import { type APIRequestContext, expect } from "@playwright/test";

export type Mail = {
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  attachments: { filename: string; mimeType: string; content: string }[];
};

/** What reached people by mail: the sandbox catches it (sandbox/README.md). */
export class Mailbox {
  readonly #request: APIRequestContext;
  readonly #inbox: string;

  constructor(request: APIRequestContext, sandboxUrl: string) {
    this.#request = request;
    this.#inbox = `${sandboxUrl}/_sandbox/api/mails`;
  }

  /** All mails to an address, newest first. */
  async mailsTo(address: string): Promise<Mail[]> {
    const response = await this.#request.get(this.#inbox, { params: { to: address } });
    if (!response.ok()) throw new Error(`mails: ${response.status()} ${await response.text()}`);
    const mails: (Omit<Mail, "text"> & { text: string | null })[] = await response.json();
    return mails.map((mail) => ({ ...mail, text: mail.text ?? "" }));
  }

  /** Waits for a mail with this subject and answers it. */
  async wait(address: string, subject: RegExp): Promise<Mail> {
    const found = async () => (await this.mailsTo(address)).find((mail) => subject.test(mail.subject));
    await expect.poll(found, { message: `a mail to ${address} about ${subject}` }).toBeDefined();
    const mail = await found();
    if (!mail) throw new Error("the mail is gone again");
    return mail;
  }
}
