import { documentAnswer } from "@/lib/invoices/answer";
import { findDocument } from "@/lib/invoices/list";
import { readOrderByToken } from "@/lib/orders/read";
import { getContext } from "@/lib/runtime";

type Props = { params: Promise<{ token: string; id: string }> };

/** A document of the order whose token is in the address; without the right one there is nothing here. */
export async function GET(request: Request, { params }: Props) {
  const { token, id } = await params;
  const ctx = await getContext();
  const found = await readOrderByToken(ctx.db, token);
  return documentAnswer(ctx, found && (await findDocument(ctx.db, found.order.id, id)), request);
}
