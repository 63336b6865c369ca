import type { ComponentProps } from "react";
import { controlStyle, FieldFrame, type FieldTexts, fieldWiring } from "@/components/ui/field-frame";
import { join } from "@/components/ui/join";

type Props = FieldTexts & Omit<ComponentProps<"input">, "name" | "id" | "className"> & { numeric?: boolean };

/** A one-line text field: label above, hint and error tied to it. `numeric` sets tabular digits. */
export function Field({ name, label, hint, error, optional, className, numeric, ...input }: Props) {
  const texts = { name, label, hint, error, optional, className };
  return (
    <FieldFrame {...texts}>
      <input
        type="text"
        {...input}
        {...fieldWiring(texts)}
        className={join(controlStyle, numeric && "tabular-nums")}
      />
    </FieldFrame>
  );
}
