import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Moment } from "@/components/admin/moment";
import { join } from "@/components/ui/join";
import type { AuditRow } from "@/lib/db/schema";

const cell = "px-3 py-2 align-top";
const wide = join(cell, "hidden md:table-cell");

/** The audit log as a table; on a phone what it was done to and the details fold below the action. */
export async function AuditTable({ entries, locale }: { entries: AuditRow[]; locale: string }) {
  const t = await getTranslations("settings.audit");
  return (
    <table className="w-full border border-line bg-sheet text-left">
      <thead className="text-xs text-quiet">
        <tr>
          <th scope="col" className={cell}>
            {t("at")}
          </th>
          <th scope="col" className={cell}>
            {t("what")}
          </th>
          <th scope="col" className={wide}>
            {t("who")}
          </th>
          <th scope="col" className={wide}>
            {t("target")}
          </th>
          <th scope="col" className={wide}>
            {t("details")}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id} className="border-t border-line">
            <td className={cell}>
              <Moment at={entry.at} locale={locale} seconds />
            </td>
            <td className={join(cell, "font-mono text-xs leading-5")}>
              {entry.action}
              <span className="block font-sans text-quiet wrap-anywhere md:hidden">{entry.adminEmail}</span>
              <span className="block text-quiet wrap-anywhere md:hidden">{detailsOf(entry)}</span>
            </td>
            <td className={join(wide, "wrap-anywhere")}>{entry.adminEmail}</td>
            <td className={join(wide, "font-mono text-xs leading-5 wrap-anywhere")}>
              <Target entry={entry} locale={locale} />
            </td>
            <td className={join(wide, "font-mono text-xs leading-5 wrap-anywhere")}>{detailsOf(entry)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Target({ entry: { targetKind, targetId }, locale }: { entry: AuditRow; locale: string }) {
  if (!targetKind || !targetId) return "–";
  if (targetKind !== "order") return `${targetKind} ${targetId}`;
  return (
    <Link className="link" href={`/${locale}/admin/orders/${targetId}`} prefetch={false}>
      {targetKind} {targetId}
    </Link>
  );
}

function detailsOf({ details }: AuditRow): string {
  return Object.entries(details ?? {})
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}
