import qrcode from "qrcode";
import type { TransferDetails } from "@/lib/db/schema";
import { girocodePayload } from "@/lib/girocode/payload";
import type { Attachment } from "@/lib/mail/post";
import type { Cents } from "@/lib/money";

/** How the HTML part names the picture. */
const cid = "girocode@kontor";
export const girocodeSource = `cid:${cid}`;

/**
 * The girocode as a picture for the HTML part, three pixels a module with its light border (api.md 16.3); null when the
 * details cannot be encoded.
 */
export async function girocodeFile(transfer: TransferDetails, amount: Cents): Promise<Attachment | null> {
  const result = girocodePayload({ ...transfer, amount, currency: "EUR" });
  if (!result.ok) return null;
  const content = await qrcode.toBuffer([{ data: new TextEncoder().encode(result.payload), mode: "byte" }], {
    errorCorrectionLevel: "M",
    margin: 4,
    scale: 6,
  });
  return { filename: "girocode.png", content, contentType: "image/png", cid };
}
