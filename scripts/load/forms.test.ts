import { expect, it } from "vitest";
import { formsOf } from "./forms";

const page = `
  <form action="/search"><input name="q"></form>
  <form action="" encType="multipart/form-data" method="POST" class="x">
    <input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;7f&quot;}"/>
    <noscript><input type="hidden" name="noscript" value="1"/></noscript>
    <input type="radio" name="method" value="prepaid"/><input type="radio" name="method" value="invoice" checked=""/>
    <input type="checkbox" name="agree"><input type="checkbox" name="news" checked>
    <select name="country"><option value="DE">Deutschland</option><option value="AT" selected="">x</option></select>
    <select name="title"><option value="">–</option><option value="Dr.">Dr.</option></select>
    <textarea name="note">K&#228;se &amp; Br&#xF6;tchen</textarea>
    <button name="step" value="1">+</button>
  </form>`;

it("reads a form as a browser without scripts would send it", () => {
  const [search, order] = formsOf(page);
  expect(search).toMatchObject({ action: "/search", multipart: false, fields: [["q", ""]] });
  expect(order?.multipart).toBe(true);
  expect(order?.fields).toEqual([
    ["$ACTION_1:0", '{"id":"7f"}'],
    ["noscript", "1"],
    ["method", "invoice"],
    ["news", "on"],
    ["country", "AT"],
    ["title", ""],
    ["note", "Käse & Brötchen"],
  ]);
});

it("does not take a longer attribute's name for a shorter one", () => {
  const [form] = formsOf(
    '<form data-action="/x"><input data-name="a" name="b" data-value="1" value="2"></form>',
  );
  expect(form).toMatchObject({ action: "", fields: [["b", "2"]] });
});
