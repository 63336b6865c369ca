import { formsOf, type PageForm } from "./forms";

export type Page = { url: string; status: number; html: string; forms: PageForm[] };

const redirects = 10;
const patienceMs = 40_000;

/**
 * A browser without scripts: follows links and redirects, keeps cookies per origin, posts forms. Rejects when the server
 * does not answer; an error page is an answer.
 */
export class FormBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Opens an address and follows where it leads, unless `leave` says that this address is not visited any more. */
  async open(url: string, leave: (url: string) => boolean = () => false): Promise<Page> {
    return this.#go(url, { method: "GET" }, leave);
  }

  /** Sends a form of a page with some fields filled in; names that the form does not have are added, as a button's is. */
  async submit(
    page: Page,
    form: PageForm,
    filled: Record<string, string>,
    leave: (url: string) => boolean = () => false,
  ): Promise<Page> {
    const kept = form.fields.filter(([name]) => !(name in filled));
    const fields = [...kept, ...Object.entries(filled)];
    const target = new URL(form.action || page.url, page.url).href;
    const body = form.multipart ? multipart(fields) : new URLSearchParams(fields);
    return this.#go(target, { method: "POST", body }, leave);
  }

  async #go(start: string, request: RequestInit, leave: (url: string) => boolean): Promise<Page> {
    let url = start;
    let init = request;
    for (let hop = 0; hop < redirects; hop++) {
      const response = await this.#fetch(url, init);
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || !location) {
        const html = await response.text();
        return { url, status: response.status, html, forms: formsOf(html) };
      }
      await response.body?.cancel();
      url = new URL(location, url).href;
      if (leave(url)) return { url, status: response.status, html: "", forms: [] };
      init = { method: "GET" };
    }
    throw new Error(`too many redirects from ${start}`);
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const headers = new Headers({ origin });
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(url, { ...init, headers, redirect: "manual", signal });
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line);
    return response;
  }
}

function multipart(fields: readonly [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const [name = "", ...value] = pair.split("=");
  if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) jar.delete(name.trim());
  else jar.set(name.trim(), value.join("="));
}
