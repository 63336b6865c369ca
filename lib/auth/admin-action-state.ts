/** What an action of the admin says back to its form. Texts are in the form's language. */
export type AdminActionState =
  | { status: "idle" }
  | {
      status: "done";
      message: string;
      /** Shown this once, for example recovery codes. */
      reveal: string[];
    }
  | {
      status: "refused";
      message: string;
      /** secuconnect's number of the failure, for secupay's help desk. */
      supportId: string | null;
      fields: Record<string, string>;
      values: Record<string, string>;
    };
