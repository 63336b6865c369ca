/** Runs once per server process, before the first request. A shop that cannot start says why and ends. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { start } = await import("@/lib/start");
  await start();
}
