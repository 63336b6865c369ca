import type { ShopProfile } from "@/lib/settings/profile";

/** What the checklist before going live looks at. */
export type ShopFacts = {
  isDemo: boolean;
  appUrl: string;
  /** Whether the shop answers at its own address, as seen from here. */
  answersAtAddress: boolean;
  lastPushAt: Date | null;
  profile: ShopProfile;
  smtpUrl: string | undefined;
  lastMailAt: Date | null;
  deadMails: number;
  /** Ids of pages whose text is still the unreviewed sample. */
  sampleTexts: readonly string[];
  ownersWithoutSecondFactor: number;
  demoAccount: boolean;
  ownDatabaseServer: boolean;
  deadJobs: number;
};

export const checkIds = [
  "live",
  "https",
  "push",
  "imprint",
  "mail",
  "texts",
  "second_factor",
  "demo_account",
  "database",
  "jobs",
] as const;

export type Check = { id: (typeof checkIds)[number]; ok: boolean; values: Record<string, string | number> };

const localHost =
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)|\.(local|localhost|internal)$/;

/** Whether an address can be reached from outside, as far as its host tells. */
export function isPublicAddress(address: string): boolean {
  return URL.canParse(address) && !localHost.test(new URL(address).hostname);
}

/** The checklist before going live. It forbids nothing; it says what is left to do. */
export function checklist(facts: ShopFacts): Check[] {
  const { profile } = facts;
  const smtpHost = facts.smtpUrl && URL.canParse(facts.smtpUrl) ? new URL(facts.smtpUrl).hostname : "";
  const mailIsReal = smtpHost !== "" && !localHost.test(smtpHost) && !profile.isSample;
  const reached = isPublicAddress(facts.appUrl) && (facts.answersAtAddress || facts.lastPushAt !== null);
  const results: Record<Check["id"], [boolean, Check["values"]?]> = {
    live: [!facts.isDemo],
    https: [facts.appUrl.startsWith("https:"), { address: facts.appUrl }],
    push: [reached, { address: facts.appUrl }],
    imprint: [!profile.isSample && (profile.vatId !== "" || profile.taxNumber !== "")],
    mail: [mailIsReal && facts.lastMailAt !== null && facts.deadMails === 0, { count: facts.deadMails }],
    texts: [facts.sampleTexts.length === 0, { count: facts.sampleTexts.length }],
    second_factor: [facts.ownersWithoutSecondFactor === 0, { count: facts.ownersWithoutSecondFactor }],
    demo_account: [!facts.demoAccount],
    database: [facts.ownDatabaseServer],
    jobs: [facts.deadJobs === 0, { count: facts.deadJobs }],
  };
  return checkIds.map((id) => ({ id, ok: results[id][0], values: results[id][1] ?? {} }));
}
