"use server";

import { revalidatePath, updateTag } from "next/cache";
import { adminAction } from "@/lib/auth/admin-action";
import { shopTextTag } from "@/lib/legal/cached";
import { type TextSetting, textKey } from "@/lib/legal/text-setting";
import { saveSetting } from "@/lib/settings/store";
import { textFormSchema } from "@/lib/settings/texts";

/** Keeps which text a legal page shows. */
export const saveTextAction = adminAction(
  textFormSchema,
  async ({ page, version, status, de, en }, { admin, ctx }) => {
    const value: TextSetting = { status, ...(status === "replaced" ? { text: { de, en } } : {}) };
    const saved = await saveSetting(ctx, { key: textKey(page), value, version, by: admin.email });
    if (!saved) return { ok: false, reason: "settings_changed" };
    updateTag(shopTextTag);
    revalidatePath("/[locale]/legal/[page]", "page");
    return { ok: true, done: "settings_saved" };
  },
  { role: "owner", action: "settings.text", target: ({ page }) => ({ kind: "setting", id: textKey(page) }) },
);
