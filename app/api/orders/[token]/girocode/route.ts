import { girocodePayload } from "@/lib/girocode/payload";
import { qrPng } from "@/lib/girocode/png";
import { readOrderByToken } from "@/lib/orders/read";
import { buyerSituation, showsTransfer } from "@/lib/orders/situation";
import { owedFor } from "@/lib/orders/sums";
import { getContext } from "@/lib/runtime";

/** The girocode of an order that waits for a transfer, to be kept among the photos and read from there. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const headers = { "Cache-Control": "private, no-store" };
  const { token } = await params;
  const view = await readOrderByToken((await getContext()).db, token);
  const transfer = view && showsTransfer(buyerSituation(view.order, view.attempt)) && view.attempt.transfer;
  if (!view || !transfer) return new Response(null, { status: 404, headers });
  const result = girocodePayload({ ...transfer, amount: owedFor(view.order), currency: "EUR" });
  if (!result.ok) return new Response(null, { status: 404, headers });
  const picture = await qrPng(new TextEncoder().encode(result.payload));
  return new Response(new Uint8Array(picture), {
    headers: {
      ...headers,
      "Content-Type": "image/png",
      "Content-Disposition": `attachment; filename="girocode-${view.order.number}.png"`,
    },
  });
}
