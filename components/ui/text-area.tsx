import type { ComponentProps } from "react";
import { controlStyle, FieldFrame, type FieldTexts, fieldWiring } from "@/components/ui/field-frame";

type Props = FieldTexts & Omit<ComponentProps<"textarea">, "name" | "id" | "className">;

/** A field for several lines of text, framed like Field. */
export function TextArea({ name, label, hint, error, optional, className, ...area }: Props) {
  const texts = { name, label, hint, error, optional, className };
  return (
    <FieldFrame {...texts}>
      <textarea rows={3} {...area} {...fieldWiring(texts)} className={controlStyle} />
    </FieldFrame>
  );
}
