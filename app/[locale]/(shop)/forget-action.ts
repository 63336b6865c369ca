"use server";

import { redirect } from "next/navigation";
import { customerOnDevice, dropFromDevice } from "@/lib/customers/device";
import { forgetCustomer } from "@/lib/customers/forget";
import { isLocale } from "@/lib/i18n/config";
import { pathIn } from "@/lib/i18n/paths";
import { readOrderByToken } from "@/lib/orders/read";
import { getContext } from "@/lib/runtime";

/**
 * Forgets the customer this device remembers, or the one who placed the order whose link the form carries: whoever has
 * that link sees the same data anyway. Afterwards the page it was asked for from is shown again.
 */
export async function forgetAction(form: FormData): Promise<void> {
  const asked = String(form.get("locale"));
  const locale = isLocale(asked) ? asked : "de";
  const ctx = await getContext();
  const device = await customerOnDevice(ctx);
  const view = await readOrderByToken(ctx.db, String(form.get("order") ?? ""));
  const id = view ? view.order.customerId : device?.customer.id;
  if (id) await forgetCustomer(ctx, id);
  if (!view || device?.customer.id === id) await dropFromDevice();
  redirect(pathIn(locale, view ? `/orders/${view.order.token}` : "/checkout"));
}
