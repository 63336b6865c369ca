import { fieldId } from "@/components/ui/field-frame";
import type { FormParts } from "./labels";

/** While this is ticked, CSS alone shows what belongs to fetching the goods, so that it works without JavaScript. */
const collectionId = "delivery-collection";

/** Whether the goods are sent or fetched; sending is chosen beforehand. */
export function DeliveryFields({ labels, errorOf, typed }: FormParts) {
  const { delivery } = labels;
  const error = errorOf("delivery");
  const id = fieldId("delivery");
  const chosen = typed("delivery") === "collection" ? "collection" : "shipping";
  return (
    <fieldset
      key={chosen}
      aria-describedby={error ? `${id}-error` : undefined}
      className="flex flex-col gap-3"
    >
      <legend className="mb-5 font-serif text-2xl">{delivery.title}</legend>
      {(["shipping", "collection"] as const).map((kind) => (
        <label
          key={kind}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded border border-edge bg-sheet px-4 py-3 has-[input:checked]:border-ink has-[input:checked]:outline-1 has-[input:checked]:outline-ink"
        >
          <input
            type="radio"
            id={kind === "collection" ? collectionId : id}
            name="delivery"
            value={kind}
            defaultChecked={chosen === kind}
            className="mt-1 size-5 shrink-0 accent-ink"
          />
          <span>
            <span className="block font-medium">{delivery[kind]}</span>
            <span className="block text-sm text-quiet">{delivery[`${kind}Text`]}</span>
          </span>
        </label>
      ))}
      {error ? (
        <p id={`${id}-error`} className="text-sm text-oxblood">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
