import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LoginFrame } from "../login-frame";
import { SetPasswordForm } from "./set-password-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.setPassword");
  return { title: t("title") };
}

/** Where the link of an invitation leads: the person sets a password that nobody else knows. */
export default async function PasswordPage({
  params,
  searchParams,
}: PageProps<"/[locale]/admin/login/password">) {
  const [{ locale }, { token }] = await Promise.all([params, searchParams]);
  const t = await getTranslations("settings");
  return (
    <LoginFrame title={t("setPassword.title")} intro={t("password.hint")}>
      <SetPasswordForm
        locale={locale}
        token={typeof token === "string" ? token : ""}
        texts={{
          password: t("password.new"),
          repeat: t("password.repeat"),
          submit: t("password.submit"),
          sending: t("sending"),
        }}
      />
    </LoginFrame>
  );
}
