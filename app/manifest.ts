import type { MetadataRoute } from "next";
import { translator } from "@/lib/i18n/messages";

/** What the shop is called and looks like on a home screen. */
export default function manifest(): MetadataRoute.Manifest {
  const t = translator("de", "shop");
  const icon = (size: number, purpose: "any" | "maskable") =>
    ({ src: `/icons/${purpose}-${size}.png`, sizes: `${size}x${size}`, type: "image/png", purpose }) as const;
  return {
    name: t("meta.title"),
    short_name: "Kontor",
    description: t("meta.description"),
    lang: "de",
    start_url: "/",
    display: "browser",
    background_color: "#f4f1ea",
    theme_color: "#f4f1ea",
    icons: [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
  };
}
