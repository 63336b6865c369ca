/** What the last action said, shown once on the page after it. */
export interface Flash {
  tone: "good" | "bad";
  text: string;
}

const KEPT = 50;

/** Keeps messages between a POST and the page it redirects to; the URL carries only their number. */
export function createFlashes() {
  const messages = new Map<string, Flash>();
  let last = 0;
  return {
    /** The address to redirect to, with the message's number. */
    leave: (path: string, flash: Flash): string => {
      last += 1;
      messages.set(String(last), flash);
      if (messages.size > KEPT) messages.delete(String(last - KEPT));
      return `${path}${path.includes("?") ? "&" : "?"}say=${last}`;
    },
    take: (number: string | undefined): Flash | null => {
      const flash = messages.get(number ?? "") ?? null;
      messages.delete(number ?? "");
      return flash;
    },
  };
}

export type Flashes = ReturnType<typeof createFlashes>;
