"use client";

import { useActionState } from "react";
import { ActionAnswer } from "@/components/admin/action-answer";
import { AdminField, type FieldSpec } from "@/components/admin/admin-field";
import { type FormGroup, Groups } from "@/components/admin/spec-form-client";
import { Button } from "@/components/ui/button";
import type { AdminActionState } from "@/lib/auth/admin-action-state";
import { PictureUpload, type UploadTexts } from "./picture-upload-client";

type Props = {
  action: (previous: AdminActionState, form: FormData) => Promise<AdminActionState>;
  hidden: Record<string, string>;
  groups: FormGroup[];
  alt: FieldSpec[];
  /** Where the present picture lies; null for a new product. */
  picture: string | null;
  texts: { picture: string; submit: string; sending: string; supportId: string; upload: UploadTexts };
};

/** A product's form. Nothing typed gets lost when it is refused. */
export function ProductForm({ action, hidden, groups, alt, picture, texts }: Props) {
  const [state, send, pending] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Groups groups={groups} state={state} />
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-3 text-base font-semibold">{texts.picture}</legend>
        <PictureUpload
          key={picture}
          current={picture}
          error={refused?.fields.pictureId}
          texts={texts.upload}
        />
        {alt.map((spec) => (
          <AdminField key={spec.name} spec={spec} state={state} />
        ))}
      </fieldset>
      <div>
        <Button disabled={pending} className="w-full sm:w-auto">
          {pending ? texts.sending : texts.submit}
        </Button>
      </div>
      <ActionAnswer state={state} supportLabel={texts.supportId} />
    </form>
  );
}
