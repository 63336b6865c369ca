import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentAdmin } from "@/lib/auth/current-admin";
import { oidcSettings } from "@/lib/auth/oidc";
import { safeAdminPath } from "@/lib/auth/roles";
import { LoginForm } from "./login-form";
import { LoginFrame } from "./login-frame";
import { OidcButton } from "./oidc-button-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("login.title") };
}

export default async function LoginPage({ params, searchParams }: PageProps<"/[locale]/admin/login">) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const next = safeAdminPath(typeof query.next === "string" ? query.next : null, locale);
  if (await currentAdmin()) redirect(next);
  const t = await getTranslations("admin.login");
  return (
    <LoginFrame title={t("title")} intro={t("intro")}>
      {query.notice === "password_set" ? (
        <p role="status" className="text-sm text-moss">
          ✓ {t("passwordSet")}
        </p>
      ) : null}
      {typeof query.error === "string" ? (
        <p role="alert" className="text-sm text-oxblood">
          ! {t("oidcRefused")}
        </p>
      ) : null}
      <LoginForm
        locale={locale}
        next={next}
        texts={{
          email: t("email"),
          password: t("password"),
          submit: t("submit"),
          sending: t("sending"),
        }}
      />
      {oidcSettings() ? <OidcButton next={next} label={t("oidc")} failed={t("oidcFailed")} /> : null}
    </LoginFrame>
  );
}
