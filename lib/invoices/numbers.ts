import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { counters, type DocumentKind } from "@/lib/db/schema";

const prefixes: Record<DocumentKind, string> = { invoice: "R", credit_note: "G", delivery_note: "L" };
const firstNumber = 10_001;

/**
 * The next number of its kind and year, e.g. R-2026-10001. The counter's row stays locked until the transaction ends,
 * so a rollback or a killed process leaves no gap; store the document in the same transaction.
 */
export async function drawDocumentNumber(tx: Tx, kind: DocumentKind, year: string): Promise<string> {
  const [counter] = await tx
    .insert(counters)
    .values({ name: `${kind}-${year}`, value: firstNumber })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value });
  if (!counter) throw new Error(`no number for a ${kind}`);
  return `${prefixes[kind]}-${year}-${counter.value}`;
}
