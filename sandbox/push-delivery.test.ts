import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { sendOverHttp } from "./push-delivery";

describe("one delivery attempt", () => {
  it("gives up on a shop that does not answer in time", async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", () => resolve()));
    const { port } = silent.address() as AddressInfo;
    const attempt = await sendOverHttp(`http://127.0.0.1:${port}/push`, "{}", 50);
    silent.closeAllConnections();
    silent.close();
    expect(attempt).toMatchObject({ status: null, error: "no answer in time" });
  });

  it("reports a closed port and an address that is none", async () => {
    expect((await sendOverHttp("http://127.0.0.1:9/", "{}", 1000)).status).toBeNull();
    expect((await sendOverHttp("not a URL", "{}", 1000)).error).toBeTruthy();
  });
});
