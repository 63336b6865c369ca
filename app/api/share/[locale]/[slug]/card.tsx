import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import sharp from "sharp";
import { findPicture } from "@/lib/catalog/pictures";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/config";
import { formatCents } from "@/lib/money";

export const cardSize = { width: 1200, height: 630 };

const fonts = "node_modules/@expo-google-fonts";
const quality = 84;

/** The picture a product's link carries elsewhere, as JPEG: its photograph on paper with name and price beside it. */
export async function productCard(db: Db, product: ProductView, locale: Locale): Promise<Uint8Array> {
  const [serif, sans, photo] = await Promise.all([
    readFile(join(process.cwd(), fonts, "newsreader/500Medium/Newsreader_500Medium.ttf")),
    readFile(join(process.cwd(), fonts, "inter/400Regular/Inter_400Regular.ttf")),
    photograph(db, product.image.file),
  ]);
  const card = new ImageResponse(<Card product={product} locale={locale} photo={photo} />, {
    ...cardSize,
    fonts: [
      { name: "serif", data: serif, weight: 500 },
      { name: "sans", data: sans, weight: 400 },
    ],
  });
  return sharp(await card.arrayBuffer())
    .jpeg({ quality })
    .toBuffer();
}

function Card({ product, locale, photo }: { product: ProductView; locale: Locale; photo: string }) {
  const column = { display: "flex", flexDirection: "column" } as const;
  return (
    <div style={{ display: "flex", width: "100%", height: "100%", background: "#F4F1EA", color: "#1C1B19" }}>
      <div style={{ ...column, justifyContent: "space-between", width: 570, padding: "64px 0 56px 72px" }}>
        <div style={{ display: "flex", fontFamily: "serif", fontSize: 40 }}>
          Kontor<span style={{ color: "#7F611F" }}>.</span>
        </div>
        <div style={column}>
          <div style={{ fontFamily: "serif", fontSize: 64, lineHeight: 1.1, textWrap: "balance" }}>
            {product.name[locale]}
          </div>
          <div style={{ fontFamily: "sans", fontSize: 28, lineHeight: 1.4, color: "#5F5B53", marginTop: 20 }}>
            {product.summary[locale]}
          </div>
        </div>
        <div style={{ fontFamily: "sans", fontSize: 36 }}>{formatCents(product.price, locale)}</div>
      </div>
      {/* biome-ignore lint/performance/noImgElement: this is drawn into a picture, not shown on a page */}
      <img alt="" src={photo} width={630} height={630} />
    </div>
  );
}

async function photograph(db: Db, file: string): Promise<string> {
  const stored = file.startsWith("api/pictures/")
    ? await findPicture(db, file.split("/").at(-1) ?? "")
    : null;
  const bytes = stored?.data ?? (await readFile(join(process.cwd(), "public", file)));
  const square = await sharp(bytes)
    .resize(630, 630, { fit: "cover" })
    .flatten({ background: "#F4F1EA" })
    .png()
    .toBuffer();
  return `data:image/png;base64,${square.toString("base64")}`;
}
