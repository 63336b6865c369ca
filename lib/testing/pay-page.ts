/** What a buyer types into the sandbox's pay page; a card and an account that are accepted. */
const answers: Record<string, string> = {
  owner: "Erika Muster",
  number: "4111 1111 1111 1111",
  expiry: "12/39",
  code: "123",
  iban: "DE02120300000000202051",
  mandate: "yes",
  outcome: "pay",
};

/**
 * Pays on the sandbox's pages as a browser without script does: fills in the form of each page until one sends the
 * buyer back to the shop. Answers that address and does not visit it, so that a test may let it be lost.
 */
export async function payOnHostedPage(payUrl: string): Promise<string> {
  const { host } = new URL(payUrl);
  let url = payUrl;
  for (let page = 0; page < 6; page++) {
    const { action, fields } = firstForm(await (await fetch(url)).text());
    const body = new URLSearchParams({ ...answers, ...fields });
    const answer = await fetch(new URL(action, url), { method: "POST", body, redirect: "manual" });
    const location = answer.headers.get("location");
    if (!location) throw new Error(`the pay page answered ${answer.status} without a way on: ${url}`);
    url = new URL(location, url).href;
    if (new URL(url).host !== host) return url;
  }
  throw new Error(`the pay page did not come to an end: ${url}`);
}

function firstForm(html: string): { action: string; fields: Record<string, string> } {
  const [, action, inner] = /<form[^>]*\baction="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? [];
  if (action === undefined || inner === undefined) throw new Error("the pay page shows no form");
  const hidden = [...inner.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, plain(value)]));
  return { action: plain(action), fields };
}

const plain = (text: string) => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"');
