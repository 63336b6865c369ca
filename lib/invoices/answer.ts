import type { Context } from "@/lib/context";
import { documentFile } from "@/lib/invoices/file";

const headers = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };

/** The answer to a download: the PDF, or with `?format=xml` its machine-readable twin; 404 for what there is not. */
export async function documentAnswer(ctx: Context, id: string | null, request: Request): Promise<Response> {
  const format = new URL(request.url).searchParams.get("format") ?? "pdf";
  const known = format === "pdf" || format === "xml";
  const file = id && known ? await documentFile(ctx, id, format) : null;
  if (!file) return Response.json({ error: "unknown document" }, { status: 404, headers });
  const kind = format === "pdf" ? "inline" : "attachment";
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      ...headers,
      "Content-Type": file.type,
      "Content-Disposition": `${kind}; filename="${file.name}"`,
      "Content-Length": String(file.bytes.byteLength),
    },
  });
}
