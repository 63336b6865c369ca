import { Hono } from "hono";
import { documentAnswer } from "./api/document-routes";
import { exchange, send } from "./api/exchange";
import { API_PREFIX, createHandler } from "./api/handler";
import { type Client, token } from "./api/oauth";
import { describeApi } from "./api/openapi";
import { operatorApi } from "./api/operator-routes";
import { qrCode } from "./api/qr";
import { ROUTES } from "./api/routes";
import { createClock } from "./clock";
import { type ContractOptions, initialContracts, OTHER, SAMPLE } from "./config";
import type { SandboxContext } from "./context";
import { createEngine } from "./engine/create-engine";
import { createFaultBoard } from "./faults";
import { createIds, type RandomInt } from "./ids";
import { createFileJournal } from "./journal";
import { createMailInbox } from "./mail";
import { pages } from "./pages/index";
import type { Send } from "./push-delivery";
import { createPushService } from "./pushes";
import { createRequestLog } from "./request-log";
import { createStore, readMeta } from "./store";

export interface SandboxOptions extends ContractOptions {
  clientSecret?: string;
  /** File that keeps the state; without it nothing is kept. */
  dataFile?: string;
  /** Divides the waiting times between push attempts. */
  speed?: number;
  publicUrl?: string | (() => string);
  now?: () => number;
  random?: RandomInt;
  /** Sends pushes; over HTTP by default. */
  sendPush?: Send;
  warn?: (message: string) => void;
}

export interface Sandbox extends SandboxContext {
  app: Hono;
  fetch: (request: Request) => Response | Promise<Response>;
  close: () => Promise<void>;
}

/** Builds a sandbox; it listens to nothing until its `fetch` is given to a server. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const journal = options.dataFile
    ? createFileJournal(options.dataFile, options.warn ? { warn: options.warn } : {})
    : undefined;
  const store = createStore(journal);
  const clock = createClock(options.now);
  clock.setOffset(readMeta(store).clockOffsetMs);
  const ids = createIds(options.random);
  const given = options.publicUrl ?? "http://127.0.0.1:4010";
  const publicUrl = typeof given === "function" ? given : () => given;
  const pushes = createPushService({
    store,
    clock,
    ids,
    speed: options.speed ?? 1,
    ...(options.sendPush ? { send: options.sendPush } : {}),
  });
  const engine = createEngine({ store, clock, ids, publicUrl, announce: pushes.announce });
  const faults = createFaultBoard();
  const requests = createRequestLog();
  const mails = createMailInbox();
  const setUp = () => {
    for (const contract of initialContracts(options)) {
      const known = store.contracts.get(contract.id);
      store.contracts.put(known ? { ...contract, background: known.background } : contract);
    }
    store.commit();
  };
  const reset = () => {
    store.clear();
    pushes.reset();
    faults.clear();
    requests.clear();
    mails.clear();
    clock.setOffset(0);
    setUp();
  };
  setUp();
  const ctx: SandboxContext = {
    engine,
    ids,
    store,
    clock,
    pushes,
    faults,
    requests,
    mails,
    publicUrl,
    reset,
  };
  const app = createApp(ctx, [
    { id: options.clientId ?? SAMPLE.clientId, secret: options.clientSecret ?? SAMPLE.clientSecret },
    { id: OTHER.clientId, secret: OTHER.clientSecret },
  ]);
  const close = async () => {
    await pushes.close();
    store.close();
  };
  return { ...ctx, app, fetch: (request) => app.fetch(request), close };
}

function createApp(ctx: SandboxContext, clients: readonly Client[]): Hono {
  const app = new Hono();
  const handler = createHandler(ctx, ROUTES);
  app.post("/oauth/token", (c) =>
    exchange(ctx, c, (payload) => token(ctx, clients, payload), { namedFaultsOnly: true, secretBody: true }),
  );
  app.get("/qr/epc", async (c) => send(c, await qrCode(ctx, c.req.query("stx") ?? "")));
  app.get("/document/:id", (c) => send(c, documentAnswer(ctx, c.req.param("id"))));
  app.get("/_sandbox/openapi.json", (c) => c.json(describeApi(ROUTES, ctx.publicUrl())));
  app.route("/_sandbox", operatorApi(ctx));
  app.use("*", async (c, next) => {
    const request = c.req.raw;
    if (API_PREFIX.test(c.req.path)) {
      return exchange(ctx, c, (payload, flags) => handler({ request, payload, flags }));
    }
    await next();
    ctx.store.commit();
  });
  app.route("/", pages(ctx));
  return app;
}
