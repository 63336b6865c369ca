import { expect, test } from "vitest";
import { readSettings, webEnvironment } from "./settings";

const secrets = { sessionSecret: "s".repeat(44), adminPassword: "made-for-this-test" };
const env = (values: Record<string, string> = {}): NodeJS.ProcessEnv => ({ NODE_ENV: "test", ...values });

test("with nothing set, the shop talks to the sandbox with the documents' credentials", () => {
  const settings = readSettings(env(), "/srv/kontor");
  expect(settings).toEqual({
    port: 3000,
    sandbox: { port: 4010, smtpPort: 4025 },
    dataDir: "/srv/kontor/.data",
  });
  const { variables, parsed } = webEnvironment(env(), settings, secrets);
  expect(parsed.SECUCONNECT_URL).toBe("http://127.0.0.1:4010");
  expect(parsed.SECUCONNECT_PAY_HOSTS).toEqual(["127.0.0.1:4010"]);
  expect(parsed.KONTOR_PICKUP_STORE).toMatch(/^STO_/);
  expect(parsed.KONTOR_DEMO_PASSWORD).toBe(secrets.adminPassword);
  expect(variables.NEXTAUTH_URL).toBe("http://localhost:3000");
});

test("empty variables count as not set, and what the user set wins", () => {
  const source = env({ PORT: "3100", SANDBOX_PORT: "", KONTOR_DEMO: "0", LOG_LEVEL: "warn" });
  const settings = readSettings(source, "/srv/kontor");
  const { parsed } = webEnvironment(source, settings, secrets);
  expect(settings.sandbox?.port).toBe(4010);
  expect(parsed).toMatchObject({ APP_URL: "http://localhost:3100", KONTOR_DEMO: false, LOG_LEVEL: "warn" });
});

test("a variable set to nothing stays there, so that no .env file fills it again", () => {
  const source = env({ DATABASE_URL: "" });
  const { variables, parsed } = webEnvironment(source, readSettings(source, "/srv/kontor"), secrets);
  expect(variables.DATABASE_URL).toBe("");
  expect(parsed.DATABASE_URL).toBeUndefined();
});

test("with SECUCONNECT_URL there is no sandbox, and its credentials must be given", () => {
  const source = env({ SECUCONNECT_URL: "https://connect-testing.secuconnect.com" });
  const settings = readSettings(source, "/srv/kontor");
  expect(settings.sandbox).toBeNull();
  expect(() => webEnvironment(source, settings, secrets)).toThrow(
    /SECUCONNECT_CLIENT_ID: missing, for example/,
  );
});

test.each([
  ["PORT", "http"],
  ["SANDBOX_PORT", "70000"],
  ["SANDBOX_SMTP_PORT", "0"],
])("%s=%s is refused by name", (name, value) => {
  expect(() => readSettings(env({ [name]: value }), "/srv/kontor")).toThrow(`${name}: not a port`);
});
