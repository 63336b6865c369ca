import { join } from "@/components/ui/join";
import { Picture } from "@/components/ui/picture";
import type { ProductImage } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";

type Props = { image: ProductImage; locale: Locale; sizes: string; eager?: boolean; className?: string };

/** A product's square picture on its paper tile. Without `alt` text where the name stands right beside it: pass it there. */
export function ProductPicture({ image, locale, sizes, eager = false, className }: Props) {
  return (
    <Picture
      src={`/${image.file}`}
      width={image.width}
      height={image.height}
      alt={image.alt[locale]}
      sizes={sizes}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : "auto"}
      className={join("aspect-square w-full rounded bg-tile object-cover", className)}
    />
  );
}
