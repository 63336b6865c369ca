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
