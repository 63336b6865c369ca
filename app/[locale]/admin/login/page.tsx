import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentAdmin } from "@/lib/auth/current-admin";
import { safeAdminPath } from "@/lib/auth/roles";
import { LoginForm } from "./login-form";

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
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-6 px-5 py-12">
      <div>
        <p className="text-sm font-semibold tracking-wide text-brass">Kontor</p>
        <h1 className="text-2xl font-semibold">{t("title")}</h1>
        <p className="mt-2 text-sm text-quiet">{t("intro")}</p>
      </div>
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
    </main>
  );
}
