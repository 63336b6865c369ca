import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { safeAdminPath } from "@/lib/auth/roles";
import { inSecondStep } from "@/lib/auth/second-step-cookie";
import { getContext } from "@/lib/runtime";
import { LoginFrame } from "../login-frame";
import { CodeForm } from "./code-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.login");
  return { title: t("codeTitle") };
}

/** The second step of the sign-in, for accounts that have a second factor. */
export default async function CodePage({ params, searchParams }: PageProps<"/[locale]/admin/login/code">) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const next = safeAdminPath(typeof query.next === "string" ? query.next : null, locale);
  if (!(await inSecondStep(await getContext()))) redirect(`/${locale}/admin/login`);
  const t = await getTranslations("admin.login");
  return (
    <LoginFrame title={t("codeTitle")} intro={t("codeIntro")}>
      <CodeForm
        locale={locale}
        next={next}
        texts={{ code: t("code"), submit: t("submit"), sending: t("sending") }}
      />
      <Link prefetch={false} className="link text-sm" href={`/${locale}/admin/login`}>
        {t("codeBack")}
      </Link>
    </LoginFrame>
  );
}
