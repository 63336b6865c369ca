import type { Db } from "@/lib/db/client";
import type { SecuconnectClient } from "@/lib/secuconnect/client";
import type { Method } from "@/lib/secuconnect/types";

/** What the shop's functions work with. Clock and randomness come in here, so that tests decide them. */
export type Context = {
  db: Db;
  secuconnect: SecuconnectClient;
  now: () => Date;
  /** A fresh UUID for a row. */
  newId: () => string;
  /** A fresh URL-safe secret of at least 128 bits. */
  newToken: () => string;
  settings: ShopSettings;
  log: Log;
};

export type ShopSettings = {
  /** Absolute address of the shop, without a slash at the end. */
  appUrl: string;
  contractId: string;
  /** Demo transactions move no money (api.md 25). */
  isDemo: boolean;
  /** Hosts a buyer may be sent to for paying. */
  payHosts: readonly string[];
  /** The store where buyers may fetch their goods (STO_…, api.md 6.6); null: everything is sent. */
  pickupStore: string | null;
  /** Methods that run on the shop's own pages; the others on secupay's page. */
  ownPages: readonly Method[];
  /** later: an authorised payment waits for the merchant to capture it, where the method can (api.md 9). */
  capture: "now" | "later";
};

/** A structured log line; personal data and secrets never go in. */
export type Log = (
  level: "debug" | "info" | "warn" | "error",
  message: string,
  data?: Record<string, unknown>,
) => void;
