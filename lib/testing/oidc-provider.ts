import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the provider says about whoever signs in next. */
export type Person = { sub: string; email: string; email_verified: boolean };

/** A small OpenID provider: everybody who comes is the person of the moment. It checks PKCE and the client's secret. */
export async function startOidcProvider(client: { id: string; secret: string }) {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { nonce: string; challenge: string; person: Person }>();
  let person: Person = { sub: "1", email: "", email_verified: false };
  let issuer = "";

  const authorize = (query: URLSearchParams): string => {
    const code = randomUUID();
    codes.set(code, {
      nonce: query.get("nonce") ?? "",
      challenge: query.get("code_challenge") ?? "",
      person,
    });
    const back = new URL(query.get("redirect_uri") ?? "");
    back.search = String(new URLSearchParams({ code, state: query.get("state") ?? "" }));
    return back.href;
  };
  const token = (body: URLSearchParams, authorization: string) => {
    const basic = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;
    const found = codes.get(body.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    if (authorization !== basic || found?.challenge !== challenge) return null;
    codes.delete(body.get("code") ?? "");
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: client.id,
      iat: now,
      exp: now + 60,
      nonce: found.nonce,
      ...found.person,
    };
    return { access_token: randomUUID(), token_type: "Bearer", id_token: sign(claims) };
  };
  const sign = (claims: object): string => {
    const parts = [{ alg: "RS256", kid: "1" }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    return `${parts.join(".")}.${createSign("RSA-SHA256").update(parts.join(".")).sign(privateKey, "base64url")}`;
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
    const json = (status: number, body: object) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (pathname === "/.well-known/openid-configuration")
      return json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
      });
    if (pathname === "/jwks")
      return json(200, {
        keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }],
      });
    if (pathname === "/authorize")
      return response.writeHead(302, { location: authorize(searchParams) }).end();
    let body = "";
    for await (const chunk of request) body += chunk;
    const given = token(new URLSearchParams(body), request.headers.authorization ?? "");
    return given ? json(200, given) : json(400, { error: "invalid_grant" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    next: (who: Person) => {
      person = who;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
