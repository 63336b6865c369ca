import { useId } from "react";
import { type GirocodeInput, girocodePayload } from "@/lib/girocode/payload";
import { qrSymbol } from "@/lib/girocode/svg";

type Props = {
  transfer: GirocodeInput;
  /** What the picture is, for people who do not see it. */
  title: string;
  /** What it does: the texts beside it hold the same details. */
  description: string;
  className?: string;
};

/** The transfer as a code for banking apps: black on white in every colour scheme. Nothing when it cannot be encoded. */
export function Girocode({ transfer, title, description, className }: Props) {
  const id = useId();
  const result = girocodePayload(transfer);
  if (!result.ok) return null;
  const { size, path } = qrSymbol(result.payload);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
