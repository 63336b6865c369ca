import { getImageProps, type ImageProps } from "next/image";

/**
 * A picture in the sizes that the image optimiser makes. Plain markup: `Image` of next/image would be a component in
 * the browser, for each of the many pictures of a page, and nothing of what it does there is needed.
 */
export function Picture(props: ImageProps) {
  const { style, ...rest } = getImageProps(props).props;
  // biome-ignore lint/performance/noImgElement: it has the optimiser's addresses.
  return <img {...rest} alt={props.alt} />;
}
