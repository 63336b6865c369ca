import type { Server } from "node:net";
import PostalMime, { type Address, type Attachment } from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { CaughtMail, MailInbox } from "./mail";

const MAX_MAIL_BYTES = 15_000_000;

export interface MailCatcher {
  /** The listening socket; the caller binds it. */
  server: Server;
  close(): Promise<void>;
}

/** An SMTP server that takes every mail and keeps it in the inbox. Nothing is sent on. */
export function createMailCatcher(inbox: MailInbox, now: () => number): MailCatcher {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    size: MAX_MAIL_BYTES,
    onAuth: (_auth, _session, done) => done(null, { user: "anyone" }),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
        readMail(Buffer.concat(chunks), recipients, now())
          .then((mail) => {
            inbox.add(mail);
            done();
          })
          .catch((error) => done(error instanceof Error ? error : new Error(String(error))));
      });
    },
  });
  smtp.on("error", () => {});
  return { server: smtp.server, close: () => new Promise((resolve) => smtp.close(() => resolve())) };
}

async function readMail(raw: Buffer, to: string[], received: number): Promise<Omit<CaughtMail, "id">> {
  const mail = await PostalMime.parse(new Uint8Array(raw), { attachmentEncoding: "base64" });
  return {
    received,
    from: addressText(mail.from),
    to,
    subject: mail.subject ?? "",
    text: mail.text ?? null,
    html: mail.html ?? null,
    attachments: mail.attachments.map(attachment),
  };
}

function addressText(address: Address | undefined): string {
  if (!address?.address) return address?.name ?? "";
  return address.name ? `${address.name} <${address.address}>` : address.address;
}

function attachment(part: Attachment): CaughtMail["attachments"][number] {
  const content =
    typeof part.content === "string"
      ? part.content
      : Buffer.from(new Uint8Array(part.content)).toString("base64");
  return {
    filename: part.filename ?? "attachment",
    mimeType: part.mimeType,
    size: Buffer.from(content, "base64").length,
    content,
    contentId: part.contentId?.replace(/^<|>$/g, "") || null,
  };
}
