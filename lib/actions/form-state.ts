/**
 * What a form's action answers. `fields` holds a message key per field name, `form` one for the whole form;
 * `values` is what was typed, so that nothing has to be typed again. Null before the first answer.
 */
export type FormState<Data = undefined> = FormRefusal | { ok: true; data: Data } | null;

export type FormRefusal = {
  ok: false;
  fields: Record<string, string>;
  values: Record<string, string>;
  form?: string;
};
