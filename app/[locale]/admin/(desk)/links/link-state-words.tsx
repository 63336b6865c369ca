import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import type { LinkState } from "@/lib/links/state";

const tones: Record<LinkState, string> = {
  open: "",
  waiting: "",
  paid: "text-moss",
  expired: "text-quiet",
  ended: "text-quiet",
};

/** A payment link's state in words; only what is paid has a colour. */
export function LinkStateWords({ state, locale }: { state: LinkState; locale: Locale }) {
  return <span className={tones[state]}>{translator(locale, "links")(`state.${state}`)}</span>;
}
