import type { Clock } from "./clock";
import type { Engine } from "./engine/engine";
import type { FaultBoard } from "./faults";
import type { Ids } from "./ids";
import type { MailInbox } from "./mail";
import type { PushService } from "./pushes";
import type { RequestLog } from "./request-log";
import type { Store } from "./store";

/** What the API routes and the pages share. */
export interface SandboxContext {
  engine: Engine;
  ids: Ids;
  store: Store;
  clock: Clock;
  pushes: PushService;
  faults: FaultBoard;
  requests: RequestLog;
  mails: MailInbox;
  /** Base of all links the sandbox hands out, without a slash at the end. */
  publicUrl: () => string;
  /** Throws away all state (transactions, pushes, mails, faults, log) and sets the clock back. */
  reset: () => void;
}
