import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FormBrowser } from "./browser";

const server = createServer((request, response) => {
  if (request.method === "POST") {
    let body = "";
    request.on("data", (part) => {
      body += String(part);
    });
    request.on("end", () => {
      const headers = { location: "/seen", "set-cookie": [`sent=${encodeURIComponent(body)}; Path=/`] };
      response.writeHead(303, headers).end();
    });
  } else if (request.url === "/form") {
    response.setHeader("set-cookie", ["first=1; HttpOnly", "gone=; Max-Age=0"]);
    response.end('<form action="/send"><input name="a" value="1"><input name="b" value="2"></form>');
  } else response.end(`${request.url} ${request.headers.cookie ?? "no cookies"}`);
});
let base = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it("posts a form, keeps cookies and follows the redirect", async () => {
  const browser = new FormBrowser();
  const page = await browser.open(`${base}/form`);
  const form = page.forms[0];
  if (!form) throw new Error("no form");
  const seen = await browser.submit(page, form, { b: "3", step: "1" });
  expect(seen.url).toBe(`${base}/seen`);
  expect(seen.html).toBe("/seen first=1; sent=a%3D1%26b%3D3%26step%3D1");
});

it("stops before an address that is not visited any more", async () => {
  const browser = new FormBrowser();
  const page = await browser.open(`${base}/form`);
  const form = page.forms[0];
  if (!form) throw new Error("no form");
  const left = await browser.submit(page, form, {}, (url) => url.endsWith("/seen"));
  expect(left).toMatchObject({ url: `${base}/seen`, status: 303, html: "" });
});
