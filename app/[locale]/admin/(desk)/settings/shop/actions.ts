"use server";

import { revalidatePath, updateTag } from "next/cache";
import { adminAction } from "@/lib/auth/admin-action";
import { shopTextTag } from "@/lib/legal/cached";
import { profileSchema, type ShopProfile } from "@/lib/settings/profile";
import { profileFormSchema } from "@/lib/settings/profile-form";
import { saveSetting } from "@/lib/settings/store";

/** Keeps who runs the shop. Documents given out before keep what they said. */
export const saveProfileAction = adminAction(
  profileFormSchema,
  async ({ version, ...form }, { admin, ctx }) => {
    const value: ShopProfile = profileSchema.parse({ ...form, isSample: false });
    const saved = await saveSetting(ctx, { key: "profile", value, version, by: admin.email });
    if (!saved) return { ok: false, reason: "settings_changed" };
    updateTag(shopTextTag);
    revalidatePath("/[locale]", "layout");
    return { ok: true, done: "settings_saved" };
  },
  { role: "owner", action: "settings.profile", target: () => ({ kind: "setting", id: "profile" }) },
);
