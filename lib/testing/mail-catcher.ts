import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type CaughtMail = { to: string[]; raw: string; mail: Email };

export type MailCatcher = {
  url: string;
  /** All mails that were taken, oldest first. */
  mails: CaughtMail[];
  stop: () => Promise<void>;
};

type Options = {
  port?: number;
  /** The answer to a recipient: an SMTP code of an error, or nothing to take the mail. */
  refuse?: (address: string) => number | null;
};

/** A mail server of its own on a free port, or on a given one. It keeps what it gets, parsed. */
export async function startMailCatcher({
  port = 0,
  refuse = () => null,
}: Options = {}): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = refuse(address);
      done(responseCode === null ? null : Object.assign(new Error("not here"), { responseCode }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        PostalMime.parse(new Uint8Array(raw)).then((mail) => {
          mails.push({ to, raw: raw.toString("latin1"), mail });
          done();
        }, done);
      });
    },
  });
  smtp.on("error", () => {});
  await new Promise<void>((resolve) => smtp.listen(port, "127.0.0.1", () => resolve()));
  const { port: listening } = smtp.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${listening}`,
    mails,
    stop: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
}
