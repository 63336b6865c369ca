import { adminRoute } from "@/lib/auth/admin-route";
import { documentAnswer } from "@/lib/invoices/answer";
import { isUuid } from "@/lib/orders/admin-detail";
import { getContext } from "@/lib/runtime";

/** Any document, for the merchant. */
export const GET = adminRoute(async (request, { params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  return documentAnswer(await getContext(), isUuid(id) ? id : null, request);
});
