import { describe, expect, it } from "vitest";
import { readOptions } from "./cli-options";

describe("flags and environment", () => {
  it("has defaults on the loopback address", () => {
    expect(readOptions([], {})).toMatchObject({
      ok: true,
      value: { port: 4010, smtpPort: 4025, host: "127.0.0.1", speed: 1 },
    });
  });

  it("reads the environment, flags win", () => {
    const env = { SANDBOX_PORT: "5001", SANDBOX_SMTP_PORT: "off", SANDBOX_DATA: "/tmp/x" };
    expect(readOptions([], env)).toMatchObject({ value: { port: 5001, smtpPort: null, dataFile: "/tmp/x" } });
    expect(readOptions(["--port", "0"], env)).toMatchObject({ value: { port: 0 } });
  });

  it("knows methods whatever their case", () => {
    expect(readOptions(["--methods", "invoice, PREPAY"], {})).toMatchObject({
      value: { methods: ["Invoice", "Prepay"] },
    });
  });

  it.each([
    [["--port", "x"], "SANDBOX_PORT"],
    [["--port", "70000"], "SANDBOX_PORT"],
    [["--speed", "0"], "--speed"],
    [["--methods", "Cheque"], "Cheque"],
    [["--contract", "GCR_1"], "GCR_2GTC"],
    [["--public-url", "here"], "http://127.0.0.1:4010"],
    [["--nonsense"], "nonsense"],
  ])("%j is refused with a helpful message", (args, part) => {
    const read = readOptions(args, {});
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining(part) });
  });
});
