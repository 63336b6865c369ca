import { scriptJson } from "@/lib/catalog/structured-data";

/** Facts for search engines (JSON-LD); not shown and not run. */
export function StructuredData({ data }: { data: object }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON whose every "<" is escaped
      dangerouslySetInnerHTML={{ __html: scriptJson(data) }}
    />
  );
}
