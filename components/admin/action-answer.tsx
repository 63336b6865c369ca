import type { AdminActionState } from "@/lib/auth/admin-action-state";

/** What the action of an admin's form answered, below the form. */
export function ActionAnswer({ state, supportLabel }: { state: AdminActionState; supportLabel: string }) {
  return (
    <div role="status" className="text-sm empty:hidden">
      {state.status === "done" ? <p className="text-moss">✓ {state.message}</p> : null}
      {state.status === "done" && state.reveal.length > 0 ? (
        <ul className="mt-2 grid gap-1 rounded border border-line bg-paper p-3 font-mono text-xs wrap-anywhere">
          {state.reveal.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {state.status === "refused" ? (
        <>
          <p className="text-oxblood">
            <span aria-hidden="true">! </span>
            {state.message}
          </p>
          {state.supportId ? (
            <p className="text-quiet">
              {supportLabel}: <code className="font-mono text-xs break-all">{state.supportId}</code>
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
