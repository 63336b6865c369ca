import { toBuffer } from "qrcode";
import type { SandboxContext } from "../context";
import { refuse } from "../refusals";
import { type Answer, refusalAnswer } from "./answer";

/** `GET /qr/epc?stx=…`: the transfer as a PNG, without authentication (api.md 16.2). */
export async function qrCode(ctx: SandboxContext, smartId: string): Promise<Answer> {
  const smart = ctx.engine.smart(smartId);
  const payload = smart ? ctx.engine.epcPayload(smart) : null;
  if (payload === null) return refusalAnswer(ctx.ids, refuse("unknownId").reason);
  const png = await toBuffer(payload, { type: "png", errorCorrectionLevel: "M", margin: 4, scale: 6 });
  return {
    status: 200,
    headers: { "Content-Type": "image/png", "Cache-Control": "no-store" },
    body: new Uint8Array(png),
  };
}
