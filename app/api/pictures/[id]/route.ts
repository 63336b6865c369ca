import { findPicture } from "@/lib/catalog/pictures";
import { getContext } from "@/lib/runtime";

/** A product's picture. Another picture has another address, so this one never changes. */
export async function GET(_request: Request, { params }: RouteContext<"/api/pictures/[id]">) {
  const { db } = await getContext();
  const picture = await findPicture(db, (await params).id);
  if (!picture) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(new Uint8Array(picture.data), {
    headers: {
      "content-type": picture.mediaType,
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
