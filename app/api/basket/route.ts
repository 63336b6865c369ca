import { countPieces } from "@/lib/basket/codec";
import { readBasket } from "@/lib/basket/cookie";

/** How many pieces lie in the visitor's basket, for the badge in the otherwise static header. */
export async function GET(): Promise<Response> {
  const count = countPieces(await readBasket());
  return Response.json({ count }, { headers: { "cache-control": "private, no-store" } });
}
