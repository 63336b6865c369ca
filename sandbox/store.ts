import { type Collection, createCollection } from "./collection";
import { createMemoryJournal, type Journal } from "./journal";
import type {
  Container,
  Contract,
  Customer,
  OpenTransfer,
  PaymentTransaction,
  Push,
  SmartTransaction,
  Token,
  UploadedDocument,
} from "./types";

/** Counters and switches that belong to the state. */
export interface Meta {
  id: "meta";
  lastTransId: number;
  clockOffsetMs: number;
}

type AnyCollection = Pick<
  Collection<{ id: string }>,
  "name" | "get" | "values" | "takeChanged" | "restore" | "clear"
>;

const FIRST_TRANS_ID = 110_090_000;

/** All state of the sandbox, in memory, every change written to the journal by `commit`. */
export interface Store {
  smarts: Collection<SmartTransaction>;
  payments: Collection<PaymentTransaction>;
  customers: Collection<Customer>;
  containers: Collection<Container>;
  documents: Collection<UploadedDocument>;
  contracts: Collection<Contract>;
  transfers: Collection<OpenTransfer>;
  pushes: Collection<Push>;
  tokens: Collection<Token>;
  meta: Collection<Meta>;
  /** Smart Transactions by order number (api.md 6.1). */
  smartIdsByMerchantRef(ref: string): string[];
  paymentByHash(hash: string): PaymentTransaction | undefined;
  pushIdsOfSmart(smartId: string): string[];
  nextTransId(): number;
  /** Writes what changed since the last commit; cheap when nothing did. */
  commit(): void;
  /** Removes everything. */
  clear(): void;
  close(): void;
}

/** @param journal where changes are kept; by default nowhere */
export function createStore(journal: Journal = createMemoryJournal()): Store {
  const byMerchantRef = new Map<string, Set<string>>();
  const byHash = new Map<string, string>();
  const pushesBySmart = new Map<string, string[]>();
  const collections = {
    smarts: createCollection<SmartTransaction>("smarts", (smart, before) => {
      if (before && before.merchantRef !== smart.merchantRef && before.merchantRef !== null) {
        byMerchantRef.get(before.merchantRef)?.delete(smart.id);
      }
      if (smart.merchantRef === null) return;
      const ids = byMerchantRef.get(smart.merchantRef) ?? new Set();
      byMerchantRef.set(smart.merchantRef, ids.add(smart.id));
    }),
    payments: createCollection<PaymentTransaction>("payments", (payment) => {
      byHash.set(payment.hash, payment.id);
    }),
    customers: createCollection<Customer>("customers"),
    containers: createCollection<Container>("containers"),
    documents: createCollection<UploadedDocument>("documents"),
    contracts: createCollection<Contract>("contracts"),
    transfers: createCollection<OpenTransfer>("transfers"),
    pushes: createCollection<Push>("pushes", (push, before) => {
      if (before || push.smartId === null) return;
      pushesBySmart.set(push.smartId, [...(pushesBySmart.get(push.smartId) ?? []), push.id]);
    }),
    tokens: createCollection<Token>("tokens"),
    meta: createCollection<Meta>("meta"),
  };
  const all: AnyCollection[] = Object.values(collections);
  journal.load((record) => {
    const target = all.find((collection) => collection.name === record.collection);
    target?.restore(record.id, record.value);
  });

  const store: Store = {
    ...collections,
    smartIdsByMerchantRef: (ref) => [...(byMerchantRef.get(ref) ?? [])],
    paymentByHash: (hash) => collections.payments.get(byHash.get(hash) ?? ""),
    pushIdsOfSmart: (smartId) => [...(pushesBySmart.get(smartId) ?? [])],
    nextTransId: () => {
      const meta = readMeta(store);
      const next = meta.lastTransId + 1;
      store.meta.put({ ...meta, lastTransId: next });
      return next;
    },
    commit: () => {
      for (const collection of all) {
        for (const id of collection.takeChanged()) {
          journal.write({ collection: collection.name, id, value: collection.get(id) ?? null });
        }
      }
      journal.flush(() => snapshot(all));
    },
    clear: () => {
      for (const collection of all) collection.clear();
      byMerchantRef.clear();
      byHash.clear();
      pushesBySmart.clear();
      journal.replace(snapshot(all));
    },
    close: () => {
      store.commit();
      journal.replace(snapshot(all));
      journal.close();
    },
  };
  return store;
}

/** The counters, with their first values where nothing was stored yet. */
export function readMeta(store: Store): Meta {
  return store.meta.get("meta") ?? { id: "meta", lastTransId: FIRST_TRANS_ID, clockOffsetMs: 0 };
}

function* snapshot(all: AnyCollection[]) {
  for (const collection of all) {
    for (const value of collection.values()) {
      yield { collection: collection.name, id: value.id, value };
    }
  }
}
