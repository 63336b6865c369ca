import { z } from "zod";
import { openDatabase } from "@/lib/db/client";
import { placeOrder } from "@/lib/orders/place";
import { asMethod } from "@/lib/payments/methods";
import { syncPayment } from "@/lib/payments/sync";
import { placeInput, testClock, testContext } from "@/lib/testing/context";

// A process of its own that places an order or looks at a payment, made to be killed on the way (KONTOR_FAULT).

const taskSchema = z.object({
  url: z.string().optional(),
  dataDir: z.string(),
  sandboxUrl: z.string(),
  work: z.union([
    z.object({ sku: z.string(), formToken: z.string(), method: z.string() }),
    z.object({ attemptId: z.string() }),
  ]),
});
export type CrashTask = z.infer<typeof taskSchema>;

const { url, dataDir, sandboxUrl, work } = taskSchema.parse(JSON.parse(process.argv[2] ?? ""));
const database = await openDatabase({ url, dataDir });
const ctx = testContext(database.db, sandboxUrl, testClock());
if ("attemptId" in work) {
  await syncPayment(ctx, work.attemptId, "poll");
} else {
  const method = asMethod(work.method) ?? "prepaid";
  const result = await placeOrder(ctx, placeInput(work.sku, { formToken: work.formToken, method }));
  if (!result.ok) throw new Error(result.reason);
}
await database.close();
