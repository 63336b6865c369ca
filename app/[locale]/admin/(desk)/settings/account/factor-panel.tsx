import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { formatMoment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import { totpAddress } from "@/lib/auth/totp";
import type { AdminUser } from "@/lib/db/schema";
import { qrSymbol } from "@/lib/girocode/svg";
import type { Locale } from "@/lib/i18n/config";
import { beginFactorAction, confirmFactorAction, removeFactorAction } from "./actions";
import { SecretForm } from "./secret-form-client";

/** The second factor of the signed-in person: off, being set up, or in force. */
export async function FactorPanel({ admin, locale }: { admin: AdminUser; locale: Locale }) {
  const t = await getTranslations("settings");
  const labels = (submit: string) => ({
    submit,
    sending: t("sending"),
    supportId: t("connection.supportId"),
  });
  const { totpSecret, totpConfirmedAt } = admin;
  const scanning = totpSecret !== null && totpConfirmedAt === null;
  return (
    <Panel title={t("factor.title")} id="factor">
      {totpConfirmedAt ? (
        <p className="mb-4 text-moss">
          ✓{" "}
          {t("factor.on", {
            date: formatMoment(totpConfirmedAt, locale),
            count: admin.recoveryCodes.length,
          })}
        </p>
      ) : (
        <p className="mb-4 text-quiet">
          {t("factor.off")} {admin.role === "owner" ? t("factor.ownerShould") : null}
        </p>
      )}
      {totpSecret === null ? (
        <ActionForm
          action={beginFactorAction}
          hidden={{ locale }}
          variant="secondary"
          labels={labels(t("factor.begin"))}
        />
      ) : null}
      {scanning ? <Scan secret={totpSecret} email={admin.email} /> : null}
      {totpSecret === null ? null : (
        <SecretForm
          action={confirmFactorAction}
          locale={locale}
          open={scanning}
          fields={[{ name: "oneTimeCode", kind: "one-time-code", label: t("factor.code") }]}
          labels={labels(t("factor.confirm"))}
          variant="primary"
        />
      )}
      {totpConfirmedAt ? (
        <details className="mt-2">
          <summary className="link w-fit py-2">{t("factor.remove")}</summary>
          <p className="my-2 text-quiet">{t("factor.removeIntro")}</p>
          <SecretForm
            action={removeFactorAction}
            locale={locale}
            fields={[{ name: "oneTimeCode", kind: "one-time-code", label: t("factor.codeOrRecovery") }]}
            labels={labels(t("factor.remove"))}
          />
        </details>
      ) : null}
    </Panel>
  );
}

async function Scan({ secret, email }: { secret: string; email: string }) {
  const t = await getTranslations("settings.factor");
  const { size, path } = qrSymbol(totpAddress(secret, email, "Kontor"));
  return (
    <div className="mb-4">
      <p className="mb-3">{t("scan")}</p>
      <svg
        role="img"
        aria-labelledby="factor-picture"
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="size-44"
      >
        <title id="factor-picture">{t("picture")}</title>
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
      <p className="mt-3 text-quiet">{t("key")}</p>
      <p className="font-mono text-sm break-all">{secret}</p>
    </div>
  );
}
