"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Goes to the OpenID provider. next-auth wants a POST with its token for that, and answers with the address. */
export function OidcButton({ next, label, failed }: { next: string; label: string; failed: string }) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const go = async () => {
    setState("busy");
    try {
      const { csrfToken }: { csrfToken: string } = await (await fetch("/api/auth/csrf")).json();
      const body = new URLSearchParams({ csrfToken, callbackUrl: next, json: "true" });
      const answer = await fetch("/api/auth/signin/oidc", { method: "POST", body });
      const { url }: { url: string } = await answer.json();
      window.location.assign(url);
    } catch {
      setState("failed");
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <Button type="button" variant="secondary" disabled={state === "busy"} onClick={() => void go()}>
        {label}
      </Button>
      <div role="alert" className="text-sm text-oxblood empty:hidden">
        {state === "failed" ? `! ${failed}` : null}
      </div>
    </div>
  );
}
