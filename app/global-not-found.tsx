import type { Metadata } from "next";
import "./[locale]/globals.css";

export const metadata: Metadata = { title: "404 · Kontor", robots: { index: false } };

/** For addresses outside of both languages (a missing file, an unknown path below /api), which no layout covers. */
export default function GlobalNotFound() {
  return (
    <html lang="de">
      <body>
        <main className="mx-auto max-w-prose px-5 py-28">
          <h1 className="font-serif text-3xl">Diese Seite haben wir nicht.</h1>
          <p lang="en" className="mt-2 text-lg text-quiet">
            We don’t have this page.
          </p>
          <p className="mt-8 flex gap-6">
            <a className="link" href="/de">
              Zum Laden
            </a>
            <a className="link" href="/en" lang="en">
              To the shop
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
