import "server-only";
import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { shopSettings } from "@/lib/db/schema";

/** Set when the mail server took a test mail. */
export const testMailKey = "test-mail";

/** The version of a setting that nobody has made yet. */
const unmade = "none";

/** A setting as it is kept, and the version by which a form says later what it was made from. */
export async function readSetting(db: Db, key: string): Promise<{ value: unknown; version: string }> {
  const [row] = await db.select().from(shopSettings).where(eq(shopSettings.key, key));
  return row ? { value: row.value, version: row.updatedAt.toISOString() } : { value: null, version: unmade };
}

/** Keeps a setting; answers false, and changes nothing, when somebody changed it since `version` was read. */
export async function saveSetting(
  ctx: Pick<Context, "db" | "now">,
  setting: { key: string; value: unknown; version: string; by: string },
): Promise<boolean> {
  const { key, value, version, by } = setting;
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(shopSettings).where(eq(shopSettings.key, key)).for("update");
    if ((row?.updatedAt.toISOString() ?? unmade) !== version) return false;
    // Two changes within a millisecond are still two versions.
    const at = new Date(Math.max(ctx.now().getTime(), (row?.updatedAt.getTime() ?? 0) + 1));
    const made = { key, value, updatedAt: at, updatedBy: by };
    if (!row) {
      const rows = await tx
        .insert(shopSettings)
        .values(made)
        .onConflictDoNothing()
        .returning({ key: shopSettings.key });
      return rows.length > 0;
    }
    await tx.update(shopSettings).set(made).where(eq(shopSettings.key, key));
    return true;
  });
}
