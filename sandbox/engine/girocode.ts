import type { SmartTransaction } from "../types";
import { effectiveAmount, openAmount } from "./amounts";
import { type Core, paymentsOf } from "./core";
import { instructions } from "./render-smart";

/** Text of the EPC QR code, EPC069-12 version 002 (api.md 16.3); null without a transfer in euro. */
export function epcPayload(core: Core, smart: SmartTransaction): string | null {
  const details = instructions(core, smart);
  const payment = paymentsOf(core, smart)[0];
  if (!details || !payment || smart.basketInfo.currency !== "EUR") return null;
  const cents = openAmount(core, smart) || effectiveAmount(core, payment) || payment.amount;
  const amount = `EUR${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
  return [
    "BCD",
    "002",
    "1",
    "SCT",
    details.bic,
    details.owner,
    details.iban,
    amount,
    "",
    "",
    details.purpose,
  ].join("\n");
}
