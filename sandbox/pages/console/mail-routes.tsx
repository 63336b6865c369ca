/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { SandboxContext } from "../../context";
import type { CaughtMail } from "../../mail";
import type { Flashes } from "./flash";
import { missing } from "./frame";
import { MailPage, MailsPage } from "./mails-page";

// A mail may bring anything along: no script, no form. Pictures load, as they do in a mail program.
const LETTER_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:; frame-ancestors 'self'";

/** Inbox of the mail catcher: list, mail, HTML part, attachments. */
export function mailRoutes(ctx: SandboxContext, flashes: Flashes): Hono {
  const app = new Hono();
  const find = (id: string) => ctx.mails.get(Number(id));

  app.get("/_sandbox/mails", (c) => c.html(<MailsPage ctx={ctx} flash={flashes.take(c.req.query("say"))} />));

  app.post("/_sandbox/mails/clear", (c) => {
    ctx.mails.clear();
    return c.redirect(flashes.leave("/_sandbox/mails", { tone: "good", text: "The inbox is empty." }), 303);
  });

  app.get("/_sandbox/mails/:id", (c) => {
    const mail = find(c.req.param("id"));
    return mail ? c.html(<MailPage ctx={ctx} mail={mail} />) : missing(ctx, c, "/_sandbox/mails");
  });

  app.get("/_sandbox/mails/:id/html", (c) => {
    const mail = find(c.req.param("id"));
    if (!mail?.html) return missing(ctx, c, "/_sandbox/mails");
    return c.html(withPictures(mail, mail.html), 200, { "content-security-policy": LETTER_POLICY });
  });

  app.get("/_sandbox/mails/:id/files/:index", (c) => {
    const file = find(c.req.param("id"))?.attachments[Number(c.req.param("index"))];
    if (!file) return missing(ctx, c, "/_sandbox/mails");
    const name = encodeURIComponent(file.filename);
    return c.body(new Uint8Array(Buffer.from(file.content, "base64")), 200, {
      "content-type": /^[\w.+-]+\/[\w.+-]+$/.test(file.mimeType) ? file.mimeType : "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
      "content-security-policy": "sandbox",
    });
  });

  return app;
}

const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

/** Puts the pictures that came with the mail where its HTML part names them, as a mail program would. */
function withPictures({ attachments }: CaughtMail, html: string): string {
  return html.replace(/\bcid:([^"'\s)>]+)/g, (name, id: string) => {
    const file = attachments.find(({ contentId }) => contentId === decoded(id));
    return file && PICTURE.test(file.mimeType) ? `data:${file.mimeType};base64,${file.content}` : name;
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
