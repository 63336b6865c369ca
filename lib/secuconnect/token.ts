/** Hands out the access token: kept until shortly before its end, fetched once however many calls wait for it. */
export type TokenSource = {
  current(): Promise<string>;
  /** A newer token than the refused one. */
  renewed(refused: string): Promise<string>;
};

/** Taken off the token's life, so that it does not end on the way (api.md 3.3). */
const reserveMs = 10_000;

/** `request` asks the token endpoint (api.md 3.1); its failures go to everyone who waits, the next call asks again. */
export function createTokenSource(
  request: () => Promise<{ value: string; seconds: number }>,
  now: () => Date,
): TokenSource {
  let held: { value: string; until: number } | null = null;
  let pending: Promise<string> | null = null;

  async function load(): Promise<string> {
    const asked = now().getTime();
    const token = await request();
    const lifeMs = token.seconds * 1000;
    held = { value: token.value, until: asked + lifeMs - Math.min(reserveMs, lifeMs / 2) };
    return token.value;
  }

  async function current(): Promise<string> {
    if (held && now().getTime() < held.until) return held.value;
    pending ??= load().finally(() => {
      pending = null;
    });
    return pending;
  }

  return {
    current,
    renewed(refused) {
      if (held?.value === refused) held = null;
      return current();
    },
  };
}
