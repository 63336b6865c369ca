import type { ComponentProps } from "react";
import { controlStyle, FieldFrame, type FieldTexts, fieldWiring } from "@/components/ui/field-frame";

type Props = FieldTexts & Omit<ComponentProps<"select">, "name" | "id" | "className">;

/** A choice from a list, framed like Field; the options are its children. */
export function Select({ name, label, hint, error, optional, className, ...select }: Props) {
  const texts = { name, label, hint, error, optional, className };
  return (
    <FieldFrame {...texts}>
      <select {...select} {...fieldWiring(texts)} className={controlStyle} />
    </FieldFrame>
  );
}
