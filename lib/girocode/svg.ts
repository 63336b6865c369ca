import qrcode from "qrcode";

/** A square of `size` units, quiet zone included, and the dark modules in it as one SVG path. */
export type QrSymbol = { size: number; path: string };

const quietZone = 4;
const maxVersion = 13;

/** The QR code of a girocode's text: error correction M, at most version 13 (api.md 16.3). Throws RangeError above. */
export function qrSymbol(payload: string): QrSymbol {
  const bytes = new TextEncoder().encode(payload);
  const code = qrcode.create([{ data: bytes, mode: "byte" }], { errorCorrectionLevel: "M" });
  if (code.version > maxVersion) throw new RangeError(`QR version ${code.version} is above ${maxVersion}`);
  const { size, data } = code.modules;
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const begin = column;
      while (column < size && data[row * size + column]) column++;
      const length = column - begin;
      if (length > 0) path += `M${begin + quietZone} ${row + quietZone}h${length}v1h-${length}z`;
    }
  }
  return { size: size + 2 * quietZone, path };
}
