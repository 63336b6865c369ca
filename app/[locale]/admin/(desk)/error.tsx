"use client";

import { usePathname } from "next/navigation";
import { Button } from "@/components/ui/button";

// Texts stand here because this page must work when fetching them is what failed.
const texts = {
  de: {
    title: "Die Seite konnte nicht gezeigt werden",
    text: "Der Grund steht im Protokoll des Servers. An Ihren Daten ändert das nichts.",
    again: "Noch einmal versuchen",
  },
  en: {
    title: "The page could not be shown",
    text: "The reason is in the server's log. Your data are not affected.",
    again: "Try again",
  },
};

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const t = texts[usePathname().startsWith("/en") ? "en" : "de"];
  return (
    <>
      <h1 className="text-xl font-semibold">{t.title}</h1>
      <p className="mt-2 mb-4 text-quiet">{t.text}</p>
      <Button type="button" onClick={retry}>
        {t.again}
      </Button>
    </>
  );
}
