import "server-only";
import { createTransport, type SendMailOptions } from "nodemailer";
import { z } from "zod";
import { env } from "@/lib/env";

/** A mail ready to go. */
export type Message = {
  messageId: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  language: string;
  attachments: Attachment[];
};

/** A file; one with a `cid` is a picture of the HTML part. */
export type Attachment = { filename: string; content: Buffer; contentType: string; cid?: string };

/**
 * unreachable: the server does not talk to us now, which is nothing about this mail. refused: this address for good.
 * failed: anything else; later it may work.
 */
export type Posted =
  | { ok: true }
  | { ok: false; reason: "unreachable" | "refused" | "failed"; detail: string };

/** Hands mails over to a mail server. */
export type Post = { send: (message: Message) => Promise<Posted> };

const unreachable = new Set([
  "ECONNECTION",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EDNS",
  "ESOCKET",
  "ETLS",
]);
const failureSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
});

/** A mail server by its address, `smtp://user:password@host:port` or `smtps://…`. No call lasts longer than a minute. */
export function createPost(smtpUrl: string): Post {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      try {
        await transport.sendMail(options(message));
        return { ok: true };
      } catch (error) {
        return failure(error);
      }
    },
  };
}

let shared: Post | null | undefined;

/** The shop's mail server; null as long as SMTP_URL is not set, and mails wait until it is. */
export function mailServer(): Post | null {
  const { SMTP_URL } = env();
  shared ??= SMTP_URL ? createPost(SMTP_URL) : null;
  return shared;
}

function options(message: Message): SendMailOptions {
  const { language, subject, attachments, ...rest } = message;
  return {
    ...rest,
    subject: subject.replace(/\p{Cc}+/gu, " "),
    replyTo: message.from,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
    attachments: attachments.map(({ cid, ...file }) =>
      cid ? { ...file, cid, contentDisposition: "inline" as const } : file,
    ),
  };
}

function failure(error: unknown): Posted {
  const detail = error instanceof Error ? error.message : String(error);
  const { code = "", responseCode = 0, command = "" } = failureSchema.safeParse(error).data ?? {};
  if (unreachable.has(code) || responseCode === 421) return { ok: false, reason: "unreachable", detail };
  const isAddress = code === "EENVELOPE" && (command === "" || command === "RCPT TO");
  const forGood = isAddress && (responseCode === 0 || responseCode >= 500);
  return { ok: false, reason: forGood ? "refused" : "failed", detail };
}
