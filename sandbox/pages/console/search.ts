import type { SandboxContext } from "../../context";
import { SMART_STATUSES, type SmartStatus, type SmartTransaction } from "../../types";

export const PAGE_SIZE = 50;

export interface Wanted {
  text: string;
  status: SmartStatus | null;
  page: number;
}

export interface Found {
  rows: SmartTransaction[];
  /** Matches in all. */
  count: number;
  page: number;
  pages: number;
}

export function readWanted(query: Record<string, string | undefined>): Wanted {
  const page = Number.parseInt(query.page ?? "1", 10);
  return {
    text: query.q?.trim() ?? "",
    status: SMART_STATUSES.find((status) => status === query.status) ?? null,
    page: Number.isFinite(page) && page > 0 ? page : 1,
  };
}

function matches(ctx: SandboxContext, smart: SmartTransaction, needle: string): boolean {
  const contact = ctx.engine.customerOf(smart)?.contact;
  const texts = [
    smart.id,
    smart.merchantRef,
    smart.transactionRef,
    smart.paymentMethod,
    contact?.name,
    contact?.companyname,
    contact?.email,
    smart.instructions?.purpose,
  ];
  if (texts.some((text) => text?.toLowerCase().includes(needle))) return true;
  return [...smart.paymentIds, ...smart.formerPaymentIds].some((id) => {
    if (id.toLowerCase().includes(needle)) return true;
    const payment = ctx.store.payments.get(id);
    return payment !== undefined && (String(payment.transId) === needle || payment.hash === needle);
  });
}

/** Newest first; the search looks at ids, references, the payer, method, TA code and purpose. */
export function findTransactions(ctx: SandboxContext, wanted: Wanted): Found {
  const needle = wanted.text.toLowerCase();
  const ids = ctx.store.smarts.ids();
  const plain = !needle && !wanted.status;
  const hits = plain
    ? ids
    : ids.filter((id) => {
        const smart = ctx.store.smarts.get(id);
        if (!smart || (wanted.status && smart.status !== wanted.status)) return false;
        return !needle || matches(ctx, smart, needle);
      });
  const pages = Math.max(1, Math.ceil(hits.length / PAGE_SIZE));
  const page = Math.min(wanted.page, pages);
  const end = hits.length - (page - 1) * PAGE_SIZE;
  const rows = hits.slice(Math.max(0, end - PAGE_SIZE), end).reverse();
  return { rows: rows.flatMap((id) => ctx.store.smarts.get(id) ?? []), count: hits.length, page, pages };
}
