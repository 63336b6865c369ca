/**
 * How the sandbox copes with 10,000 transactions: medians of list and read over HTTP, and memory.
 * Run: npx tsx bench/sandbox.ts [count]
 */
import { SAMPLE } from "../sandbox/config";
import { serveSandbox } from "../sandbox/testing/serve";

const COUNT = Number(process.argv[2] ?? 10_000);
const ROUNDS = 200;

const { url, sandbox, close } = await serveSandbox();
const token = await fetch(`${url}/oauth/token`, {
  method: "POST",
  body: new URLSearchParams({
    grant_type: "client_credentials",
    client_id: SAMPLE.clientId,
    client_secret: SAMPLE.clientSecret,
  }),
});
const { access_token } = (await token.json()) as { access_token: string };
const headers = { Authorization: `Bearer ${access_token}` };

const body = (n: number) => ({
  is_demo: true,
  intent: "sale",
  contract: { id: SAMPLE.contractId },
  customer: {
    contact: {
      forename: "Erika",
      surname: `Beispiel ${n}`,
      email: `e${n}@example.org`,
      address: { street: "Musterweg 7a", postal_code: "01099", city: "Musterstadt", country: "DE" },
    },
  },
  merchantRef: `B-${n}`,
  basket: {
    products: [1, 2, 3].map((id) => ({ id, desc: `Artikel ${id}`, quantity: 1, priceOne: 1000, tax: 19 })),
  },
  basket_info: { sum: 3000 },
});

const begun = performance.now();
for (let n = 0; n < COUNT; n += 1) {
  const made = sandbox.engine.createSmart(SAMPLE.clientId, body(n));
  if (!made.ok) throw new Error(made.reason.details);
  sandbox.engine.startMethod(made.value.id, n % 2 === 0 ? "prepaid" : "invoice", {});
}
const filled = performance.now() - begun;

async function measure(name: string, path: (round: number) => string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const response = await fetch(`${url}/api/v2${path(round)}`, { headers });
    await response.text();
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(2);
  console.log(`${name.padEnd(34)} median ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms`);
}

const ids = sandbox.store.smarts.ids();
const some = (round: number) => (round * 7919) % COUNT;
console.log(`${COUNT} transactions, filled in ${(filled / 1000).toFixed(1)} s`);
await measure("read one", (round) => `/Smart/Transactions/${ids[some(round)]}`);
await measure("list, newest 20", () => "/Smart/Transactions?sort=created:desc");
await measure("list by order number", (round) => `/Smart/Transactions?q=merchantRef:B-${some(round)}`);
await measure("list by payment", (round) => {
  const smart = sandbox.engine.smart(ids[some(round)] ?? "");
  return `/Smart/Transactions?q=transactions.id:${smart?.paymentIds[0]}&count=1`;
});
await measure("list by status (all read)", () => "/Smart/Transactions?q=status:pending&sort=created:desc");
await measure("payments, newest 20", () => "/Payment/Transactions?sort=created:desc");
globalThis.gc?.();
console.log(`memory ${(process.memoryUsage().rss / 1_000_000).toFixed(0)} MB resident`);
await close();
