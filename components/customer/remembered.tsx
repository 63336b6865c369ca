import { Button } from "@/components/ui/button";

type Props = {
  action: (form: FormData) => Promise<void>;
  /** Sent along unseen: the language, and the order from whose page it is done. */
  hidden: Record<string, string>;
  texts: { text: string; forget: string };
};

/** Says that the buyer's details are kept, with the button that forgets them. Works without JavaScript. */
export function Remembered({ action, hidden, texts }: Props) {
  return (
    <form
      action={action}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded border border-line bg-sheet px-4 py-3"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="min-w-0 flex-1 basis-64 text-sm">{texts.text}</p>
      <Button variant="secondary" size="small">
        {texts.forget}
      </Button>
    </form>
  );
}
