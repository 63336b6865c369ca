/** @jsxImportSource hono/jsx */
import type { Method } from "../../types";
import { AsideLinks } from "./aside-links";
import { type CheckoutView, Frame } from "./frame";
import { MethodIcon } from "./icons";
import { payHref } from "./link";

export type Notice = { tone: "bad" | "wait"; title: string; line?: string } | null;

export function NoticeBox({ notice }: { notice: Notice }) {
  if (!notice) return null;
  return (
    <div class={`notice ${notice.tone}`} role="alert">
      <p>
        <b>{notice.title}</b>
      </p>
      {notice.line ? <p>{notice.line}</p> : null}
    </div>
  );
}

type ListProps = { view: CheckoutView; methods: readonly Method[]; notice: Notice };

/** The choice of a way to pay: plain links, so that back and reload are harmless. */
export function MethodListPage({ view, methods, notice }: ListProps) {
  const { t, link } = view;
  return (
    <Frame view={view} step="method">
      <div class="stack">
        <NoticeBox notice={notice} />
        <div>
          <h1>{t.choose.title}</h1>
          <p class="quiet">{methods.length > 0 ? t.choose.lead : t.choose.none}</p>
        </div>
      </div>
      <ul class="methods">
        {methods.map((method) => (
          <li key={method}>
            <a class="method" href={payHref({ ...link, method, picked: true })}>
              <MethodIcon method={method} />
              <span>
                <b>{t.methods[method].name}</b>
                <span class="small quiet">{t.methods[method].line}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <AsideLinks view={view} otherMethods={false} />
    </Frame>
  );
}
