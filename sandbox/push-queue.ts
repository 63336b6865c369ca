interface Options {
  now: () => number;
  attempt: (id: string) => Promise<void>;
}

interface Sending {
  id: string;
  /** Events of one lane are sent one after the other. */
  lane: string;
  delayMs: number;
  /** Change places with the next event. */
  hold: boolean;
}

const HOLD_AT_MOST_MS = 2000;

/** Decides when the next attempt of which event is made. */
export function createPushQueue({ now, attempt }: Options) {
  const lanes = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  const dueAt = new Map<string, number>();
  const delays = new Set<NodeJS.Timeout>();
  let timer: NodeJS.Timeout | null = null;
  let held: { sending: Sending; timeout: NodeJS.Timeout } | null = null;

  const track = (work: Promise<void>) => {
    const tracked = work
      .catch((error) => console.error("sandbox: a push attempt broke", error))
      .finally(() => running.delete(tracked));
    running.add(tracked);
    return tracked;
  };

  const inLane = ({ id, lane }: Sending) => {
    const before = lanes.get(lane) ?? Promise.resolve();
    const work: Promise<void> = track(before.then(() => attempt(id))).finally(() => {
      if (lanes.get(lane) === work) lanes.delete(lane);
    });
    lanes.set(lane, work);
  };

  const dispatch = (sending: Sending) => {
    if (sending.delayMs <= 0) return inLane(sending);
    const timeout = setTimeout(() => {
      delays.delete(timeout);
      inLane(sending);
    }, sending.delayMs);
    delays.add(timeout);
  };

  const releaseHeld = () => {
    if (!held) return;
    const { sending, timeout } = held;
    clearTimeout(timeout);
    held = null;
    dispatch(sending);
  };

  const arm = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (dueAt.size === 0) return;
    const wait = Math.min(2 ** 31 - 1, Math.max(0, Math.min(...dueAt.values()) - now()));
    timer = setTimeout(tick, wait);
    timer.unref();
  };

  const tick = () => {
    for (const [id, at] of [...dueAt]) {
      if (at > now()) continue;
      dueAt.delete(id);
      track(attempt(id));
    }
    arm();
  };

  return {
    send: (sending: Sending) => {
      if (held) {
        dispatch(sending);
        releaseHeld();
      } else if (sending.hold) {
        held = { sending, timeout: setTimeout(releaseHeld, HOLD_AT_MOST_MS) };
      } else {
        dispatch(sending);
      }
    },
    releaseHeld,
    waitFor: (id: string, at: number) => {
      dueAt.set(id, at);
      arm();
    },
    tick,
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
    clear: () => {
      dueAt.clear();
      arm();
      for (const timeout of delays) clearTimeout(timeout);
      delays.clear();
      if (held) clearTimeout(held.timeout);
      held = null;
    },
  };
}
