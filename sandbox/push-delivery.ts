import type { PushAttempt } from "./types";

export type Send = (url: string, body: string, timeoutMs: number) => Promise<Omit<PushAttempt, "at">>;

/** One delivery attempt: anything but HTTP 200 in time is a failure (api.md 15.4). */
export const sendOverHttp: Send = async (url, body, timeoutMs) => {
  const begun = performance.now();
  const took = () => Math.round(performance.now() - begun);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "*/*" },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return { ms: took(), status: response.status, error: null };
  } catch (error) {
    return { ms: took(), status: null, error: reasonOf(error) };
  }
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer in time";
  const cause = error.cause;
  return cause instanceof Error && cause.message ? cause.message : error.message;
}
