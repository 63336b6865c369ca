import type { APIRequestContext } from "@playwright/test";

/** What the tests read of a transaction; the sandbox shows more. */
export type Transaction = {
  id: string;
  status: string;
  payment_method: string | null;
  basket_info: { sum: number };
  application_context: { return_urls: { url_success: string; url_push: string } };
};

type Transfer = "exact" | "too_little" | "too_much" | "twice" | "wrong_purpose" | "late";
type Fault = { kind: string; match?: string; times?: number; ms?: number };

/** The other side of the payment: the sandbox's operator API (sandbox/README.md). */
export class Bank {
  readonly #request: APIRequestContext;
  readonly #base: string;

  constructor(request: APIRequestContext, sandboxUrl: string) {
    this.#request = request;
    this.#base = `${sandboxUrl}/_sandbox/api`;
  }

  /** All transactions that were opened for the order with this token, newest first. */
  async transactionsOf(token: string): Promise<Transaction[]> {
    const { data }: { data: Transaction[] } = await this.#get("transactions?count=1000");
    return data.filter((each) => each.application_context.return_urls.url_success.includes(token));
  }

  transaction(stx: string): Promise<Transaction> {
    return this.#get(`transactions/${stx}`);
  }

  async transfer(token: string, kind: Transfer = "exact"): Promise<void> {
    await this.#send("post", `transactions/${await this.#newest(token)}/transfer`, { kind });
  }

  async addFault(fault: Fault): Promise<void> {
    await this.#send("post", "faults", fault);
  }

  async clearFaults(): Promise<void> {
    await this.#send("delete", "faults");
  }

  async #newest(token: string): Promise<string> {
    const [newest] = await this.transactionsOf(token);
    if (!newest) throw new Error("the sandbox knows no transaction of this order");
    return newest.id;
  }

  async #get<Answer>(path: string): Promise<Answer> {
    const response = await this.#request.get(`${this.#base}/${path}`);
    if (!response.ok()) throw new Error(`GET ${path}: ${response.status()} ${await response.text()}`);
    return response.json();
  }

  async #send(method: "post" | "delete", path: string, data: object = {}): Promise<void> {
    const response = await this.#request[method](`${this.#base}/${path}`, { data });
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  }
}
