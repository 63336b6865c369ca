import sharp from "sharp";

/** A picture as the shop keeps it: WebP without metadata, at most 2000 pixels a side. */
export type Picture = { data: Uint8Array; width: number; height: number };

export type PictureProblem = "not_a_picture" | "too_many_pixels" | "too_small";

export const maxPictureBytes = 8 * 1024 * 1024;

const maxInputPixels = 64_000_000;
const smallestSide = 200;
const longestSide = 2000;
const quality = 82;
const patienceSeconds = 20;

/**
 * Reads what the merchant uploaded and makes it anew, so that nothing of the file itself is ever served. What it is shows
 * in its first bytes, never in its name: JPEG, PNG, WebP and AVIF. SVG is a document with scripts and is refused.
 */
export async function readPicture(
  file: Uint8Array,
): Promise<{ ok: true; picture: Picture } | { ok: false; reason: PictureProblem }> {
  if (!isKnownKind(file)) return { ok: false, reason: "not_a_picture" };
  const options = { limitInputPixels: maxInputPixels, failOn: "error", pages: 1 } as const;
  try {
    const { width = 0, height = 0 } = await sharp(file, { ...options, limitInputPixels: false }).metadata();
    if (width * height > maxInputPixels) return { ok: false, reason: "too_many_pixels" };
    if (Math.min(width, height) < smallestSide) return { ok: false, reason: "too_small" };
    const { data, info } = await sharp(file, options)
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .webp({ quality })
      .timeout({ seconds: patienceSeconds })
      .toBuffer({ resolveWithObject: true });
    return { ok: true, picture: { data, width: info.width, height: info.height } };
  } catch {
    // Broken in the middle, or not what its first bytes said.
    return { ok: false, reason: "not_a_picture" };
  }
}

function isKnownKind(file: Uint8Array): boolean {
  const head = Buffer.from(file.subarray(0, 16)).toString("latin1");
  return (
    head.startsWith("\xff\xd8\xff") ||
    head.startsWith("\x89PNG\r\n\x1a\n") ||
    (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") ||
    (head.slice(4, 8) === "ftyp" && ["avif", "avis", "mif1"].includes(head.slice(8, 12)))
  );
}

/** The colour that a picture shows most of, such as "#334156". */
export async function dominantColour(data: Uint8Array): Promise<string> {
  const { r, g, b } = (await sharp(data).stats()).dominant;
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
