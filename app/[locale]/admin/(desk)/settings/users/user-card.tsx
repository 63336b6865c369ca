import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Facts } from "@/components/admin/facts";
import { formatMoment, Moment } from "@/components/admin/moment";
import type { ListedUser } from "@/lib/auth/users";
import type { Locale } from "@/lib/i18n/config";
import {
  changeRoleAction,
  disableAction,
  enableAction,
  passwordLinkAction,
  resetFactorAction,
} from "./actions";

/** One account, with what an owner may do to it. */
export async function UserCard(props: { user: ListedUser; isSelf: boolean; locale: Locale }) {
  const { user, isSelf, locale } = props;
  const t = await getTranslations("settings");
  const other = user.role === "owner" ? "staff" : "owner";
  const state = user.disabledAt
    ? t("users.disabled", { date: formatMoment(user.disabledAt, locale) })
    : t("users.active");
  const form = { size: "small" as const, variant: "secondary" as const };
  const labels = (submit: string) => ({
    submit,
    sending: t("sending"),
    supportId: t("connection.supportId"),
  });
  const hidden = { locale, userId: user.id };
  return (
    <li className="p-4">
      <h2 className="mb-2 font-semibold wrap-anywhere">
        {user.email} {isSelf ? <span className="font-normal text-quiet">({t("users.you")})</span> : null}
      </h2>
      <Facts
        facts={[
          { label: t("users.role"), value: t(`users.${user.role}`) },
          { label: t("users.state"), value: state },
          { label: t("users.factor"), value: user.totpConfirmedAt ? t("yes") : t("no") },
          {
            label: t("users.lastSignIn"),
            value: user.lastSignInAt ? <Moment at={user.lastSignInAt} locale={locale} /> : t("never"),
          },
        ]}
      />
      {isSelf ? (
        <p className="mt-3 text-quiet">{t("users.ownHint")}</p>
      ) : (
        <details className="mt-3">
          <summary className="link w-fit py-2">
            {t("users.manage")}
            <span className="sr-only"> {user.email}</span>
          </summary>
          <div className="mt-2 flex flex-col gap-3">
            <ActionForm
              {...form}
              action={changeRoleAction}
              hidden={{ ...hidden, role: other }}
              labels={labels(other === "owner" ? t("users.makeOwner") : t("users.makeStaff"))}
            />
            <ActionForm
              {...form}
              key={user.disabledAt ? "enable" : "disable"}
              action={user.disabledAt ? enableAction : disableAction}
              hidden={hidden}
              labels={labels(user.disabledAt ? t("users.enable") : t("users.disable"))}
            />
            {user.disabledAt ? null : (
              <ActionForm
                {...form}
                action={passwordLinkAction}
                hidden={hidden}
                labels={labels(t("users.newLink"))}
              />
            )}
            <ActionForm
              {...form}
              action={resetFactorAction}
              hidden={hidden}
              open={user.totpConfirmedAt !== null}
              labels={labels(t("users.resetFactor"))}
            />
          </div>
        </details>
      )}
    </li>
  );
}
