import { afterEach, describe, expect, it, vi } from "vitest";

vi.mock("@/lib/env", () => ({ env: () => ({ KONTOR_DEMO: false, APP_URL: "http://localhost:3000" }) }));

afterEach(() => vi.unstubAllEnvs());

describe("the preview of the mails", () => {
  it("does not exist in a shop of one's own", async () => {
    vi.stubEnv("NODE_ENV", "production");
    const { GET } = await import("./route");
    expect((await GET(new Request("http://localhost:3000/api/mail-preview"))).status).toBe(404);
  });

  it("lists all kinds, and knows no others", async () => {
    const { GET } = await import("./route");
    const list = await (await GET(new Request("http://localhost:3000/api/mail-preview"))).text();
    expect(list).toContain("kind=payment_reminder&amp;locale=en&amp;part=text");
    for (const query of ["kind=x", "kind=shipped&locale=fr", "kind="]) {
      expect((await GET(new Request(`http://localhost:3000/api/mail-preview?${query}`))).status).toBe(404);
    }
  });
});
