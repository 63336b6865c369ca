import { z } from "zod";

const transactions = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      application_context: z.object({
        return_urls: z.object({ url_success: z.string().optional() }).nullish(),
      }),
    }),
  ),
});

export type OrderTransaction = { id: string; status: string };

/** The sandbox operator's hand (sandbox/README.md). Refusals (409) are an answer: the payment was elsewhere by then. */
export class Operator {
  readonly #base: string;

  constructor(sandboxUrl: string) {
    this.#base = `${sandboxUrl}/_sandbox/api`;
  }

  /** Transactions opened for the order with this token, newest first, among the latest 300. */
  async transactionsOf(token: string): Promise<OrderTransaction[]> {
    const answer = await this.#send("GET", "/transactions?count=300");
    return transactions
      .parse(await answer.json())
      .data.filter(({ application_context: { return_urls } }) => return_urls?.url_success?.includes(token));
  }

  /** Something that happens to a transaction. False when that is not possible in its state. */
  async act(stxId: string, action: string, body: object = {}): Promise<boolean> {
    return (await this.#send("POST", `/transactions/${stxId}/${action}`, body)).ok;
  }

  async addFault(fault: { kind: string; match: string; times: number; ms?: number }): Promise<void> {
    await this.#send("POST", "/faults", fault);
  }

  async setPushMode(mode: {
    drop: number;
    duplicate: boolean;
    delay_ms: number;
    reorder: boolean;
  }): Promise<void> {
    await this.#send("PUT", "/push-mode", mode);
  }

  /** No more faults, and pushes go out as they should. */
  async calm(): Promise<void> {
    await this.#send("DELETE", "/faults");
    await this.setPushMode({ drop: 0, duplicate: false, delay_ms: 0, reorder: false });
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok && response.status !== 409) throw new Error(`${method} ${path}: ${response.status}`);
    return response;
  }
}
