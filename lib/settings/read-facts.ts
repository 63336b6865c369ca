import "server-only";
import { and, desc, eq, isNotNull, isNull, like } from "drizzle-orm";
import { demoEmail } from "@/lib/auth/seed-admin";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { adminUsers, outbox, paymentEvents, shopSettings } from "@/lib/db/schema";
import type { Env } from "@/lib/env";
import { countDeadLetters } from "@/lib/jobs/dead-letters";
import { legalPages } from "@/lib/legal/pages";
import { textKey, textSettingSchema } from "@/lib/legal/text-setting";
import { mailHealth } from "@/lib/mail/list";
import { isPublicAddress, type ShopFacts } from "@/lib/settings/checklist";
import { readProfile } from "@/lib/settings/profile";
import { testMailKey } from "@/lib/settings/store";

/** Gathers what the checklist looks at: the environment, the database, and a visit to the shop's own address. */
export async function readShopFacts(
  ctx: Pick<Context, "db" | "settings">,
  settings: Pick<Env, "SMTP_URL" | "DATABASE_URL">,
): Promise<ShopFacts> {
  const { db } = ctx;
  const { appUrl, isDemo } = ctx.settings;
  const [answersAtAddress, lastPushAt, lastMailAt, mails, sampleTexts, owners, deadJobs, profile] =
    await Promise.all([
      answers(appUrl),
      readLastPush(db),
      readLastMail(db),
      mailHealth(db),
      readSampleTexts(db),
      activeOwners(db),
      countDeadLetters(db),
      readProfile(db),
    ]);
  return {
    isDemo,
    appUrl,
    answersAtAddress,
    lastPushAt,
    profile,
    smtpUrl: settings.SMTP_URL,
    lastMailAt,
    deadMails: mails.dead,
    sampleTexts,
    ownersWithoutSecondFactor: owners.filter(({ confirmed }) => !confirmed).length,
    demoAccount: owners.some(({ email }) => email === demoEmail),
    ownDatabaseServer: settings.DATABASE_URL !== undefined,
    deadJobs,
  };
}

/** When secuconnect's newest push came in. */
export async function readLastPush(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: paymentEvents.at })
    .from(paymentEvents)
    .where(eq(paymentEvents.kind, "push"))
    .orderBy(desc(paymentEvents.at))
    .limit(1);
  return row?.at ?? null;
}

/** Ids of the legal pages that still show the sample nobody has reviewed. */
export async function readSampleTexts(db: Db): Promise<string[]> {
  const rows = await db
    .select()
    .from(shopSettings)
    .where(like(shopSettings.key, textKey("%")));
  const done = new Set(
    rows
      .filter(({ value }) => (textSettingSchema.safeParse(value).data?.status ?? "sample") !== "sample")
      .map(({ key }) => key),
  );
  return legalPages.map(({ id }) => id).filter((id) => !done.has(textKey(id)));
}

/** When the newest mail left, a test mail counts too. */
async function readLastMail(db: Db): Promise<Date | null> {
  const [tested] = await db.select().from(shopSettings).where(eq(shopSettings.key, testMailKey));
  const [row] = await db
    .select({ at: outbox.sentAt })
    .from(outbox)
    .where(and(isNotNull(outbox.sentAt), isNotNull(outbox.messageId)))
    .orderBy(desc(outbox.sentAt))
    .limit(1);
  return row?.at ?? tested?.updatedAt ?? null;
}

function activeOwners(db: Db) {
  return db
    .select({ email: adminUsers.email, confirmed: adminUsers.totpConfirmedAt })
    .from(adminUsers)
    .where(and(eq(adminUsers.role, "owner"), isNull(adminUsers.disabledAt)));
}

/** Local addresses are not visited: that they answer says nothing about the way from outside. */
async function answers(appUrl: string): Promise<boolean> {
  if (!isPublicAddress(appUrl)) return false;
  try {
    const response = await fetch(`${appUrl}/api/health`, {
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(3_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}
