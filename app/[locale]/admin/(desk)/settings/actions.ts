"use server";

import { z } from "zod";
import { adminAction } from "@/lib/auth/admin-action";
import { sendTestMail } from "@/lib/mail/test-mail";
import { readSetting, saveSetting, testMailKey } from "@/lib/settings/store";

/** Sends the signed-in person a mail at once, so that the answer says whether the mail server took it. */
export const testMailAction = adminAction(
  z.object({}),
  async (_, { admin, ctx, locale }) => {
    const posted = await sendTestMail(ctx, admin.email, locale);
    if (posted.ok) {
      const { version } = await readSetting(ctx.db, testMailKey);
      await saveSetting(ctx, { key: testMailKey, value: true, version, by: admin.email });
      return { ok: true, done: "test_mail_sent" };
    }
    if (posted.reason === "not_configured") return { ok: false, reason: "no_mail_server" };
    ctx.log("warn", "test mail refused", { reason: posted.reason, detail: posted.detail });
    return { ok: false, reason: "mail_failed" };
  },
  { role: "owner", action: "settings.test_mail" },
);
