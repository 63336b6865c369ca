import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { girocodePayload } from "@/lib/girocode/payload";
import { qrSymbol } from "@/lib/girocode/svg";
import { cents } from "@/lib/money";
import { Girocode } from "./girocode";

const transfer = {
  owner: "secupay AG",
  iban: "DE90999999990000004711",
  bic: "TESTDEFFXXX",
  purpose: "TA 110090565",
  amount: cents(8390),
  currency: "EUR",
};

it("draws the code black on white, with a name and a description", () => {
  const payload = girocodePayload(transfer);
  if (!payload.ok) throw new Error(payload.reason);
  const { size, path } = qrSymbol(payload.payload);
  const markup = renderToStaticMarkup(
    <Girocode transfer={transfer} title="Girocode" description="83,90 €" />,
  );
  expect(markup).toContain(`viewBox="0 0 ${size} ${size}"`);
  expect(markup).toContain(`<path d="${path}" fill="#000000">`);
  expect(markup).toContain(`<rect width="${size}" height="${size}" fill="#ffffff">`);
  const [, titleId, descriptionId] =
    /aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(markup) ?? [];
  expect(markup).toContain(
    `<title id="${titleId}">Girocode</title><desc id="${descriptionId}">83,90 €</desc>`,
  );
});

it("draws nothing for what no banking app could read", () => {
  const foreign = { ...transfer, currency: "CHF" };
  expect(renderToStaticMarkup(<Girocode transfer={foreign} title="Girocode" description="" />)).toBe("");
});
