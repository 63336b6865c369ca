import qrcode from "qrcode";

/** The code as a picture for apps that read it from the photo album: eight pixels a module, light border included. */
export function qrPng(payload: Uint8Array): Promise<Buffer> {
  return qrcode.toBuffer([{ data: payload, mode: "byte" }], {
    errorCorrectionLevel: "M",
    margin: 4,
    scale: 8,
  });
}
