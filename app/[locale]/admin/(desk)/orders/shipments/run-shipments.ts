import type { AdminActionState } from "@/lib/auth/admin-action-state";
import type { PlannedShipment } from "@/lib/orders/tracking-list";

export type ShipOne = (previous: AdminActionState, form: FormData) => Promise<AdminActionState>;

/** How a line fared; `supportId` is secuconnect's number of a failure. */
export type LineResult = { ok: boolean; message: string; supportId: string | null };

/** Asks what would happen to each line; null when the shop cannot be reached or refuses. */
export async function fetchPlan(text: string): Promise<PlannedShipment[] | null> {
  try {
    const response = await fetch("/api/admin/orders/shipments", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
    });
    if (!response.ok) return null;
    const { lines }: { lines: PlannedShipment[] } = await response.json();
    return lines;
  } catch {
    return null;
  }
}

/** Ships one order of the list by the same action as its own page, so that sending it twice does no harm. */
export async function shipLine(
  ship: ShipOne,
  locale: string,
  line: PlannedShipment,
  lost: string,
): Promise<LineResult> {
  const form = new FormData();
  const { orderId, carrier, trackingId } = line;
  for (const [name, value] of Object.entries({
    locale,
    orderId: orderId ?? "",
    carrier,
    trackingId,
    confirm: "on",
  }))
    form.set(name, value);
  try {
    const state = await ship({ status: "idle" }, form);
    if (state.status === "done") return { ok: true, message: state.message, supportId: null };
    if (state.status === "refused") return { ok: false, message: state.message, supportId: state.supportId };
    return { ok: false, message: lost, supportId: null };
  } catch {
    return { ok: false, message: lost, supportId: null };
  }
}
