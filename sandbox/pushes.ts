import { CHOICES } from "./choices";
import { berlinIso, type Clock } from "./clock";
import type { Ids } from "./ids";
import { type Send, sendOverHttp } from "./push-delivery";
import { createPushQueue } from "./push-queue";
import type { Store } from "./store";
import type { PaymentTransaction, Push } from "./types";

/** How pushes misbehave on demand. */
export interface PushMode {
  /** The next pushes are never sent: a number of them, or all. */
  drop: boolean | number;
  /** Every push is sent twice. */
  duplicate: boolean;
  /** Waiting time before the first attempt, in milliseconds of real time. */
  delay_ms: number;
  /** Two pushes at a time change places. */
  reorder: boolean;
}

/** Sends push notifications and repeats them until they are acknowledged (api.md 15). */
export interface PushService {
  /** A payment changed: queues one event if the payment has a push URL. */
  announce(payment: PaymentTransaction): void;
  /** Newest first. */
  list(count?: number): Push[];
  ofSmart(smartId: string): Push[];
  /** Sends an event again at once; undefined: no such event. */
  resend(pushId: string): Promise<Push | undefined>;
  mode(): PushMode;
  setMode(mode: Partial<PushMode>): PushMode;
  /** Sends what is due by now; called after the clock moved. */
  tick(): void;
  /** Resolves when no attempt is under way. */
  idle(): Promise<void>;
  reset(): void;
  close(): Promise<void>;
}

export interface PushOptions {
  store: Store;
  clock: Clock;
  ids: Ids;
  /** Divides the waiting times between attempts. */
  speed: number;
  send?: Send;
}

const NORMAL: PushMode = { drop: false, duplicate: false, delay_ms: 0, reorder: false };
const MINUTE_MS = 60_000;

export function createPushService(options: PushOptions): PushService {
  const { store, clock, ids, speed, send = sendOverHttp } = options;
  let mode: PushMode = { ...NORMAL };
  const queue = createPushQueue({ now: clock.now, attempt });

  async function attempt(pushId: string): Promise<void> {
    const push = store.pushes.get(pushId);
    if (!push) return;
    const result = await send(push.url, push.body, CHOICES.pushTimeoutSeconds.value * 1000);
    const now = store.pushes.get(pushId);
    if (!now) return;
    const attempts = [...now.attempts, { at: clock.now(), ...result }];
    store.pushes.put({ ...now, attempts, ...outcome(now, result.status === 200, attempts.length) });
    store.commit();
    const nextAt = store.pushes.get(pushId)?.nextAt;
    if (nextAt) queue.waitFor(pushId, nextAt);
  }

  function outcome(push: Push, acknowledged: boolean, count: number): Pick<Push, "state" | "nextAt"> {
    if (acknowledged || push.state === "delivered") return { state: "delivered", nextAt: null };
    const minutes = CHOICES.pushRetryMinutes.value[count - 1] ?? 60;
    const nextAt = clock.now() + (minutes * MINUTE_MS) / speed;
    const deadline = push.created + (CHOICES.pushGiveUpHours.value * 60 * MINUTE_MS) / speed;
    return nextAt > deadline ? { state: "given_up", nextAt: null } : { state: "waiting", nextAt };
  }

  function takeDrop(): boolean {
    if (typeof mode.drop === "boolean") return mode.drop;
    if (mode.drop < 1) return false;
    mode = { ...mode, drop: mode.drop - 1 };
    return true;
  }

  for (const push of store.pushes.values()) {
    if (push.state === "waiting") queue.waitFor(push.id, push.nextAt ?? clock.now());
  }

  return {
    announce: (payment) => {
      if (!payment.pushUrl) return;
      const dropped = takeDrop();
      const push = newPush(payment, payment.pushUrl, ids.event(), clock.now(), dropped);
      store.pushes.put(push);
      if (dropped) return;
      const lane = payment.smartId ?? push.id;
      queue.send({ id: push.id, lane, delayMs: mode.delay_ms, hold: mode.reorder });
      if (mode.duplicate) queue.send({ id: push.id, lane, delayMs: mode.delay_ms, hold: false });
    },
    list: (count = 200) => latest(store.pushes.ids(), count, store),
    ofSmart: (smartId) => store.pushIdsOfSmart(smartId).flatMap((id) => store.pushes.get(id) ?? []),
    resend: async (pushId) => {
      if (!store.pushes.get(pushId)) return undefined;
      await attempt(pushId);
      return store.pushes.get(pushId);
    },
    mode: () => ({ ...mode }),
    setMode: (changes) => {
      mode = { ...mode, ...changes };
      if (changes.reorder === false) queue.releaseHeld();
      return { ...mode };
    },
    tick: () => queue.tick(),
    idle: () => queue.idle(),
    reset: () => {
      mode = { ...NORMAL };
      queue.clear();
    },
    close: async () => {
      queue.clear();
      await queue.idle();
    },
  };
}

/** The documented event (api.md 15.2). */
function newPush(payment: PaymentTransaction, url: string, id: string, at: number, dropped: boolean): Push {
  const body = {
    object: "event.pushes",
    id,
    created: berlinIso(at),
    target: "payment.transactions",
    type: "changed",
    data: [{ object: "payment.transactions", id: payment.id }],
  };
  return {
    id,
    url,
    created: at,
    paymentId: payment.id,
    smartId: payment.smartId,
    body: JSON.stringify(body),
    state: dropped ? "dropped" : "waiting",
    nextAt: dropped ? null : at,
    attempts: [],
  };
}

function latest(ids: readonly string[], count: number, store: Store): Push[] {
  return ids
    .slice(-count)
    .reverse()
    .flatMap((id) => store.pushes.get(id) ?? []);
}
