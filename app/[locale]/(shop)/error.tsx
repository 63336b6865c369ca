"use client";

import { usePathname } from "next/navigation";
import { Button } from "@/components/ui/button";

// Texts stand here because this page must work when fetching them is what failed.
const texts = {
  de: {
    title: "Da ist uns etwas heruntergefallen.",
    text: "Die Seite konnte nicht gezeigt werden. Es liegt an uns, nicht an Ihnen. Eine Bestellung, die Sie schon abgeschickt haben, ist davon nicht betroffen.",
    again: "Noch einmal versuchen",
    home: "Zur Startseite",
  },
  en: {
    title: "Something fell off our desk.",
    text: "The page could not be shown. It is our fault, not yours. An order you have already placed is not affected.",
    again: "Try again",
    home: "To the home page",
  },
};

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const locale = usePathname().startsWith("/en") ? "en" : "de";
  const t = texts[locale];
  return (
    <div className="mx-auto max-w-prose px-5 py-20 sm:py-28">
      <h1 className="font-serif text-3xl font-medium sm:text-4xl">{t.title}</h1>
      <p className="mt-4 text-lg text-quiet">{t.text}</p>
      <p className="mt-8 flex flex-wrap items-center gap-6">
        <Button type="button" onClick={retry}>
          {t.again}
        </Button>
        <a className="link" href={`/${locale}`}>
          {t.home}
        </a>
      </p>
    </div>
  );
}
