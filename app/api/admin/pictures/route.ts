import { adminRoute } from "@/lib/auth/admin-route";
import { maxPictureBytes, readPicture } from "@/lib/catalog/picture-file";
import { storePicture } from "@/lib/catalog/pictures";
import { getContext } from "@/lib/runtime";

/**
 * Takes a picture for a product: the request's body is the file itself. Answers the stored picture's id and size, or why
 * it was not taken.
 */
export const POST = adminRoute(async (request) => {
  const file = await readBody(request, maxPictureBytes);
  if (!file) return refuse(413, "too_large");
  const read = await readPicture(file);
  if (!read.ok) return refuse(415, read.reason);
  const stored = await storePicture(await getContext(), read.picture);
  return Response.json({ ok: true, ...stored }, { status: 201, headers: { "cache-control": "no-store" } });
});

function refuse(status: number, reason: string): Response {
  return Response.json({ ok: false, reason }, { status, headers: { "cache-control": "no-store" } });
}

/** The whole body; null as soon as it is longer than `limit`, whatever the header said. */
async function readBody(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit || !request.body)
    return request.body ? null : new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts);
}
