import { and, asc, desc, eq, isNotNull, isNull, min, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type OutboxMail, outbox } from "@/lib/db/schema";
import { isForMerchant, parseKind } from "@/lib/mail/kinds";

/** needless: when its turn came it was no longer true, so it was not sent. dead: given up, a person may try again. */
export type MailState = "waiting" | "sent" | "needless" | "dead";

export type ListedMail = {
  id: string;
  orderId: string | null;
  /** As it was owed, e.g. `shipped` or `refunded:PCI_1`. */
  kind: string;
  /** `mail.kinds.<label>` names it for people. */
  label: string;
  to: "buyer" | "merchant" | "address";
  state: MailState;
  createdAt: Date;
  sentAt: Date | null;
  nextTryAt: Date | null;
  attempts: number;
  lastError: string | null;
};

/** All mails of an order, oldest first. */
export async function listMails(db: Db, orderId: string): Promise<ListedMail[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(eq(outbox.orderId, orderId))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
  return rows.map(listed);
}

/** Mails that were given up, newest first. */
export async function listDeadMails(db: Db, limit = 100): Promise<ListedMail[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(and(isNotNull(outbox.deadAt), isNull(outbox.sentAt)))
    .orderBy(desc(outbox.deadAt))
    .limit(limit);
  return rows.map(listed);
}

export type MailHealth = { waiting: number; dead: number; oldestWaiting: Date | null };

/** How the outbox stands; nothing is sent at all while SMTP_URL is missing (`mailServer()` is null then). */
export async function mailHealth(db: Db): Promise<MailHealth> {
  const [row] = await db
    .select({
      waiting: sql`count(*) filter (where ${outbox.deadAt} is null)`.mapWith(Number),
      dead: sql`count(*) filter (where ${outbox.deadAt} is not null)`.mapWith(Number),
      oldestWaiting: min(sql`case when ${outbox.deadAt} is null then ${outbox.createdAt} end`).mapWith(
        outbox.createdAt,
      ),
    })
    .from(outbox)
    .where(isNull(outbox.sentAt));
  return row ?? { waiting: 0, dead: 0, oldestWaiting: null };
}

function listed(mail: OutboxMail): ListedMail {
  const known = parseKind(mail.kind);
  return {
    id: mail.id,
    orderId: mail.orderId,
    kind: mail.kind,
    label: known?.kind ?? "other",
    to: readerOf(mail, known ? isForMerchant(known.kind) : false),
    state: stateOf(mail),
    createdAt: mail.createdAt,
    sentAt: mail.sentAt,
    nextTryAt: mail.nextTryAt,
    attempts: mail.attempts,
    lastError: mail.lastError,
  };
}

function readerOf({ recipient }: OutboxMail, forMerchant: boolean): ListedMail["to"] {
  if (recipient === "merchant" || forMerchant) return "merchant";
  return recipient ? "address" : "buyer";
}

function stateOf({ sentAt, deadAt, messageId }: OutboxMail): MailState {
  if (sentAt) return messageId ? "sent" : "needless";
  return deadAt ? "dead" : "waiting";
}
