import { getTranslations } from "next-intl/server";
import { RoomLink } from "@/components/admin/room-link-client";
import { currentAdmin } from "@/lib/auth/current-admin";

const rooms = [
  ["overview", ""],
  ["shop", "/shop"],
  ["texts", "/texts"],
  ["users", "/users"],
  ["audit", "/audit"],
  ["jobs", "/jobs"],
  ["account", "/account"],
] as const;

/** The settings' own list of pages; staff has only their own account. It guards nothing: each page does. */
export default async function SettingsLayout({ children, params }: LayoutProps<"/[locale]/admin/settings">) {
  const { locale } = await params;
  const [admin, t] = await Promise.all([currentAdmin(), getTranslations("settings.nav")]);
  const open = admin?.role === "owner" ? rooms : rooms.slice(-1);
  return (
    <>
      <nav aria-label={t("label")} className="mb-6 flex flex-wrap gap-x-5 border-b border-line">
        {open.map(([name, path]) => (
          <RoomLink key={name} href={`/${locale}/admin/settings${path}`} exact={path === ""}>
            {t(name)}
          </RoomLink>
        ))}
      </nav>
      {children}
    </>
  );
}
