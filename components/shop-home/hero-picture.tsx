import phoneSmall from "@/public/hero/phone-480.avif";
import phone from "@/public/hero/phone-800.avif";
import phoneLarge from "@/public/hero/phone-1200.avif";
import wideSmall from "@/public/hero/wide-1200.avif";
import wide from "@/public/hero/wide-1600.avif";
import wideLarge from "@/public/hero/wide-2400.avif";

type Picture = { file: string; width: number; height: number };

/** The bundler does not know the width of an AVIF file. */
const srcSet = (files: Record<number, { src: string }>) =>
  Object.entries(files)
    .map(([width, { src }]) => `${src} ${width}w`)
    .join(", ");

/**
 * The first thing to see on the home page, and its largest: ready-made files with immutable addresses instead of the
 * image optimiser, which answers later, and on phones only the part that is shown. The files are cut from hero.webp.
 */
export function HeroPicture({
  picture,
  alt,
  className,
}: {
  picture: Picture;
  alt: string;
  className: string;
}) {
  return (
    <picture>
      <source
        media="(max-width: 767px)"
        type="image/avif"
        srcSet={srcSet({ 480: phoneSmall, 800: phone, 1200: phoneLarge })}
        sizes="100vw"
      />
      <source
        type="image/avif"
        srcSet={srcSet({ 1200: wideSmall, 1600: wide, 2400: wideLarge })}
        sizes="(min-width: 1200px) 1136px, 100vw"
      />
      <img
        src={`/${picture.file}`}
        width={picture.width}
        height={picture.height}
        alt={alt}
        fetchPriority="high"
        decoding="async"
        className={className}
      />
    </picture>
  );
}
