import { z } from "zod";
import { berlinIso } from "../clock";
import type { SandboxContext } from "../context";
import { parse } from "../parse";
import { ok, type Result, refuse } from "../refusals";
import type { UploadedDocument } from "../types";
import { type Answer, refusalAnswer } from "./answer";
import { callersContract } from "./customer-routes";
import { isOwn, ownPayment } from "./owned";
import type { Call, Reply, Route } from "./route";

const uploadBody = z.object({
  content: z.base64().min(1),
  name: z
    .string()
    .regex(/^[^\\/"\r\n]{1,200}$/)
    .optional(),
});
const assignBody = z.object({ update_existing: z.boolean().nullish() });

function upload(call: Call): Reply {
  const parsed = parse(uploadBody, call.body);
  const contract = callersContract(call);
  if (!parsed.ok) return parsed;
  if (!contract) return refuse("contractNotYours");
  const { content, name } = parsed.value;
  const bytes = Buffer.from(content, "base64");
  const id = call.ctx.ids.object("DUP");
  const isPdf = bytes.subarray(0, 5).toString("latin1") === "%PDF-";
  const document: UploadedDocument = {
    id,
    contractId: contract.id,
    name: name ?? `${id}${isPdf ? ".pdf" : ""}`,
    mimeType: isPdf ? "application/pdf" : "application/octet-stream",
    content,
    size: bytes.length,
    created: call.ctx.clock.now(),
  };
  call.ctx.store.documents.put(document);
  const named = name ? { type: document.mimeType, name, size: document.size } : {};
  return ok({ object: "document.uploads", id, created: berlinIso(document.created), ...named });
}

function ownDocument(call: Call, id: string): Result<UploadedDocument> {
  const document = call.ctx.store.documents.get(id);
  if (!document) return refuse("unknownId");
  return isOwn(call, document.contractId) ? ok(document) : refuse("foreignObject");
}

function read(call: Call): Reply {
  const own = ownDocument(call, call.params.id ?? "");
  if (!own.ok) return own;
  const { id, content, created } = own.value;
  return ok({ object: "document.uploads", id, created: berlinIso(created), content });
}

function download(call: Call): Reply {
  const own = ownDocument(call, call.params.id ?? "");
  if (!own.ok) return own;
  return { ok: "raw", answer: fileAnswer(own.value) };
}

function fileAnswer(document: UploadedDocument): Answer {
  return {
    status: 200,
    headers: {
      "Content-Type": document.mimeType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(document.name)}`,
      "X-Content-Type-Options": "nosniff",
    },
    body: new Uint8Array(Buffer.from(document.content, "base64")),
  };
}

/** The file behind a document's `url`; its id is the only key to it. */
export function documentAnswer(ctx: SandboxContext, id: string): Answer {
  const document = ctx.store.documents.get(id);
  return document ? fileAnswer(document) : refusalAnswer(ctx.ids, refuse("unknownId").reason);
}

/** Ties an uploaded invoice to a payment, which is named by its hash (api.md 20). */
function assign(call: Call): Reply {
  const parsed = parse(assignBody, call.body ?? {});
  const payment = ownPayment(call);
  const document = ownDocument(call, call.params.document ?? "");
  if (!parsed.ok) return parsed;
  if (!payment.ok) return payment;
  if (!document.ok) return document;
  const others = payment.value.documents.filter((id) => id !== document.value.id);
  if (others.length > 0 && !parsed.value.update_existing) {
    return refuse("wrongState", "the payment has a document; send update_existing to replace it");
  }
  call.ctx.store.payments.put({
    ...payment.value,
    documents: [document.value.id],
    updated: call.ctx.clock.now(),
  });
  const { id, mimeType, name, size } = document.value;
  const url = `${call.ctx.publicUrl()}/document/${id}`;
  return ok({ document: { id, mime_type: mimeType, name, size, url } });
}

/** Documents and invoices (api.md 20). */
export const documentRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/Document/Uploads",
    summary: "Upload a document as base64",
    section: "20",
    body: "required",
    input: uploadBody,
    output: "Upload",
    handle: upload,
  },
  {
    method: "GET",
    path: "/Document/Uploads/{id}",
    summary: "Read an uploaded document",
    section: "20",
    body: "none",
    output: "Upload",
    handle: read,
  },
  {
    method: "GET",
    path: "/Document/Uploads/{id}/Download",
    summary: "Download an uploaded document",
    section: "20",
    body: "none",
    handle: download,
  },
  {
    method: "POST",
    path: "/Payment/{kind}/{id}/assignExternalInvoicePdf/{document}",
    summary: "Attach an uploaded invoice to a payment",
    section: "20",
    body: "optional",
    input: assignBody,
    handle: assign,
  },
];
