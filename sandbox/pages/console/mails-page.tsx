/** @jsxImportSource hono/jsx */
import type { SandboxContext } from "../../context";
import type { CaughtMail } from "../../mail";
import { moment } from "../format";
import type { Flash } from "./flash";
import { Desk, Empty } from "./frame";

function Row({ mail }: { mail: CaughtMail }) {
  return (
    <tr>
      <td class="time">{moment(mail.received)}</td>
      <th scope="row">
        <a href={`/_sandbox/mails/${mail.id}`}>{mail.subject || "(no subject)"}</a>
      </th>
      <td>{mail.to.join(", ")}</td>
      <td>{mail.from}</td>
      <td class="num">{mail.attachments.length || "–"}</td>
    </tr>
  );
}

/** Inbox of the mail catcher. */
export function MailsPage({ ctx, flash }: { ctx: SandboxContext; flash: Flash | null }) {
  const mails = ctx.mails.list();
  return (
    <Desk title="Mails" section="/_sandbox/mails" now={ctx.clock.now()} flash={flash}>
      <div class="head">
        <h1>Mails</h1>
        <form method="post" action="/_sandbox/mails/clear">
          <button type="submit">Empty the inbox</button>
        </form>
      </div>
      {mails.length === 0 ? (
        <div class="box">
          <Empty text="No mail caught. Point your shop's SMTP settings at the sandbox; nothing is sent on." />
        </div>
      ) : (
        <div class="tablebox" tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Received</th>
                <th scope="col">Subject</th>
                <th scope="col">To</th>
                <th scope="col">From</th>
                <th scope="col" class="num">
                  Files
                </th>
              </tr>
            </thead>
            <tbody>
              {mails.map((mail) => (
                <Row key={mail.id} mail={mail} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Desk>
  );
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} kB`;
}

/** One mail: the HTML part in a frame that may do nothing, the text part, the attachments. */
export function MailPage({ ctx, mail }: { ctx: SandboxContext; mail: CaughtMail }) {
  return (
    <Desk title={mail.subject || "Mail"} section="/_sandbox/mails" now={ctx.clock.now()}>
      <div class="head">
        <h1>{mail.subject || "(no subject)"}</h1>
        <a href="/_sandbox/mails">All mails</a>
      </div>
      <dl class="facts card">
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>To</dt>
        <dd>{mail.to.join(", ")}</dd>
        <dt>Received</dt>
        <dd>{moment(mail.received)}</dd>
        {mail.attachments.length > 0 ? (
          <>
            <dt>Files</dt>
            <dd>
              <ul>
                {mail.attachments.map((file, index) => (
                  <li key={file.filename}>
                    <a href={`/_sandbox/mails/${mail.id}/files/${index}`}>{file.filename}</a>{" "}
                    <span class="quiet">
                      {file.mimeType}, {size(file.size)}
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
      {mail.html ? (
        <section class="letter">
          <h2>HTML</h2>
          <iframe title="HTML part of the mail" sandbox="" src={`/_sandbox/mails/${mail.id}/html`} />
        </section>
      ) : null}
      {mail.text ? (
        <section>
          <h2>Text</h2>
          <pre tabindex={0}>{mail.text}</pre>
        </section>
      ) : null}
    </Desk>
  );
}
