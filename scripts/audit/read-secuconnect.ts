import { z } from "zod";
import type { SecuconnectClient } from "@/lib/secuconnect/client";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { SmartTransaction } from "@/lib/secuconnect/types";
import type { PaymentFact, SecuconnectFacts, TransactionFact } from "./facts";

/** Refunds are child transactions of this reference type (api.md 12). */
const refundRefType = 19;
const atOnce = 4;

type Reader = Pick<
  SecuconnectClient,
  "readTransaction" | "findTransactionsByMerchantRef" | "readPayment" | "checkStatus"
>;

/**
 * Reads all transactions with the given shop references, and those that the shop knows by id (api.md 5, 8.2, 13). With
 * `others`, ids of transactions the shop may know nothing of, the picture counts as complete. Throws SecuconnectError.
 */
export async function readSecuconnect(
  client: Reader,
  attempts: readonly { merchantRef: string; stxId: string | null }[],
  others: readonly string[] | null,
): Promise<SecuconnectFacts> {
  const found = new Map<string, SmartTransaction>();
  await eachOf(attempts, async ({ merchantRef, stxId }) => {
    const same = await client.findTransactionsByMerchantRef(merchantRef);
    for (const one of same) found.set(one.id, one);
    // A search index may lag; what the shop knows by id is read by id.
    if (stxId && !found.has(stxId)) await readInto(client, stxId, found);
  });
  await eachOf(
    (others ?? []).filter((id) => !found.has(id)),
    (id) => readInto(client, id, found),
  );
  const transactions: TransactionFact[] = [];
  await eachOf([...found.values()], async (smart) => {
    transactions.push(await readPayments(client, smart));
  });
  return { complete: others !== null, transactions };
}

async function readInto(client: Reader, stxId: string, found: Map<string, SmartTransaction>): Promise<void> {
  const smart = await orNothing(client.readTransaction(stxId));
  if (smart) found.set(smart.id, smart);
}

/** Something that secuconnect does not know is an answer too; any other failure is not. */
async function orNothing<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (isSecuconnectError(error) && error.httpStatus === 404) return null;
    throw error;
  }
}

async function readPayments(client: Reader, smart: SmartTransaction): Promise<TransactionFact> {
  const payments: PaymentFact[] = [];
  for (const { id } of smart.transactions.slice(0, 1)) {
    const payment = await client.readPayment(id);
    const effective = await client.checkStatus(id);
    const children = payment.related.filter(
      (child) => child.refTypeId === refundRefType && child.hierarchy === "child",
    );
    const refunds = [];
    for (const child of children) {
      const refund = await client.readPayment(child.id);
      refunds.push({ pciId: refund.id, amount: Math.abs(refund.amount), simple: refund.simple });
    }
    const { simple, amount, currency, cleared } = payment;
    payments.push({ pciId: id, simple, amount, currency, cleared, effective: effective.amount, refunds });
  }
  const { id, merchantRef, status, amount, currency, paymentMethod } = smart;
  return { stxId: id, merchantRef, status, amount, currency, method: paymentMethod, payments };
}

/** Four at a time: enough to be quick, little enough for a running shop not to notice. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The sandbox that should be there is not. */
export class NoSandboxError extends Error {
  override name = "NoSandboxError";
  constructor(baseUrl: string) {
    super(`There is no sandbox at ${baseUrl}. Start it, or set SECUCONNECT_URL to the server the shop uses.`);
  }
}

const listSchema = z.object({ count: z.number(), data: z.array(z.object({ id: z.string() })) });

/**
 * The sandbox's operator can list everything; a real server has no such list, and null says so. Throws NoSandboxError
 * when a local address does not answer.
 */
export async function listAllOfSandbox(baseUrl: string): Promise<string[] | null> {
  const { hostname } = new URL(baseUrl);
  if (hostname !== "127.0.0.1" && hostname !== "localhost") return null;
  const ids: string[] = [];
  for (;;) {
    const url = `${baseUrl}/_sandbox/api/transactions?count=1000&offset=${ids.length}`;
    const response = await fetch(url).catch(() => {
      throw new NoSandboxError(baseUrl);
    });
    if (!response.ok) return null;
    const { count, data } = listSchema.parse(await response.json());
    ids.push(...data.map(({ id }) => id));
    if (data.length === 0 || ids.length >= count) return ids;
  }
}
