"use client";

import { type ChangeEvent, useState } from "react";
import { fieldId } from "@/components/ui/field-frame";

export type UploadTexts = {
  choose: string;
  replace: string;
  hint: string;
  sending: string;
  done: string;
  preview: string;
  noScript: string;
  errors: Record<string, string> & { failed: string };
};

type Props = { current: string | null; error: string | undefined; texts: UploadTexts };
type State =
  | { id: string; status: "idle" | "sending" | "done" }
  | { id: string; status: "failed"; reason: string };

const kinds = "image/jpeg,image/png,image/webp,image/avif";

/** Uploads a picture as soon as it is chosen; the form then carries its id only. */
export function PictureUpload({ current, error, texts }: Props) {
  const [state, setState] = useState<State>({ id: "", status: "idle" });
  const id = fieldId("pictureId");
  const shown = state.id ? `/api/pictures/${state.id}` : current;
  const problem = state.status === "failed" ? (texts.errors[state.reason] ?? texts.errors.failed) : error;

  async function send(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    if (!file) return;
    setState({ id: state.id, status: "sending" });
    const answer = await upload(file);
    setState(answer.ok ? { id: answer.id, status: "done" } : { id: state.id, status: "failed", ...answer });
  }

  return (
    <div className="flex flex-wrap items-start gap-4">
      {shown ? (
        // biome-ignore lint/performance/noImgElement: a preview of what was just uploaded
        <img src={shown} alt={texts.preview} className="size-32 rounded bg-tile object-cover" />
      ) : null}
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
        <label htmlFor={id} className="font-medium">
          {shown ? texts.replace : texts.choose}
        </label>
        <p id={`${id}-hint`} className="text-quiet">
          {texts.hint}
        </p>
        <input
          id={id}
          type="file"
          accept={kinds}
          onChange={send}
          disabled={state.status === "sending"}
          aria-describedby={`${id}-hint`}
          aria-invalid={problem ? true : undefined}
          className="block w-full rounded border border-edge bg-sheet p-2 file:mr-3 file:rounded file:border-0 file:bg-paper file:px-3 file:py-2"
        />
        <input type="hidden" name="pictureId" value={state.id} />
        <div role="status" className="empty:hidden">
          {state.status === "sending" ? <p className="text-quiet">{texts.sending}</p> : null}
          {state.status === "done" && !problem ? <p className="text-moss">✓ {texts.done}</p> : null}
          {problem ? <p className="text-oxblood">! {problem}</p> : null}
        </div>
        <noscript>
          <p className="text-oxblood">{texts.noScript}</p>
        </noscript>
      </div>
    </div>
  );
}

type Answer = { ok: true; id: string } | { ok: false; reason: string };

async function upload(file: File): Promise<Answer> {
  try {
    const response = await fetch("/api/admin/pictures", { method: "POST", body: file });
    const body: unknown = await response.json();
    if (typeof body !== "object" || body === null) return { ok: false, reason: "failed" };
    if ("id" in body && typeof body.id === "string") return { ok: true, id: body.id };
    return {
      ok: false,
      reason: "reason" in body && typeof body.reason === "string" ? body.reason : "failed",
    };
  } catch {
    return { ok: false, reason: "failed" };
  }
}
