import { z } from "zod";
import { CHOICES } from "./choices";
import { METHODS } from "./types";

const MAX_TEXT = 2000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** PHP encodes an empty object as `[]`; accept that wherever an object is expected. */
function object<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess((value) => (Array.isArray(value) && value.length === 0 ? {} : value), z.object(shape));
}

const text = z
  .string()
  .max(MAX_TEXT)
  .refine((value) => !CONTROL.test(value), "control characters are not allowed");
const optionalText = text.nullish();
const reference = z
  .union([text, z.int()])
  .transform((value) => (value === "" ? null : String(value)))
  .nullish();
const cents = z.int().min(0).max(CHOICES.maxAmount.value);
const url = text.refine(
  (value) => /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value),
  "must be an http(s) URL",
);
const dateTime = text.refine((value) => !Number.isNaN(Date.parse(value)), "must be a date-time");
const percent = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(0).max(10_000));
const anything = z.record(z.string(), z.unknown());

export const idRef = object({ id: optionalText });

export const addressInput = object({
  street: optionalText,
  street_number: optionalText,
  additional_address_data: optionalText,
  postal_code: optionalText,
  city: optionalText,
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "must be an ISO 3166 alpha-2 code")
    .nullish(),
});

export const contactInput = object({
  forename: optionalText,
  surname: optionalText,
  companyname: optionalText,
  salutation: optionalText,
  gender: optionalText,
  title: optionalText,
  dob: text
    .regex(/^\d{4}-\d{2}-\d{2}/, "must be a date")
    .pipe(dateTime)
    .nullish(),
  url_website: optionalText,
  birthplace: optionalText,
  nationality: optionalText,
  picture: optionalText,
  email: text.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "must be an e-mail address").nullish(),
  phone: optionalText,
  mobile: optionalText,
  address: addressInput.nullish(),
});

export const customerInput = object({ id: optionalText, contact: contactInput.nullish() });
export const customerBody = z.object({ contact: contactInput });

const itemShape = {
  id: z.int().nullish(),
  parent: z.int().nullish(),
  articleNumber: z.union([text, z.int()]).nullish(),
  ean: optionalText,
  desc: optionalText,
  name: optionalText,
  quantity: z.int().min(1).max(1_000_000).nullish(),
  priceOne: cents.nullish(),
  tax: percent.nullish(),
  group: z.array(z.unknown()).nullish(),
  serialNumber: optionalText,
  item_type: z
    .enum([
      "article",
      "shipping",
      "donation",
      "coupon",
      "subscription",
      "sub_transaction",
      "stakeholder_payment",
    ])
    .nullish(),
  reference_id: reference,
  sum: cents.nullish(),
  contract_id: optionalText,
  plan_id: optionalText,
  start_at: optionalText,
};
const simpleItem = z.object(itemShape);
export const itemInput = z.object({
  ...itemShape,
  sub_basket: z.array(simpleItem).max(CHOICES.maxBasketItems.value).nullish(),
});
export type ItemInput = z.infer<typeof itemInput>;
export type SimpleItemInput = z.infer<typeof simpleItem>;

export const basketInput = object({
  products: z.array(itemInput).max(CHOICES.maxBasketItems.value).nullish(),
  type: optionalText,
});

export const basketInfoInput = z.object({
  sum: z.int().min(1).max(CHOICES.maxAmount.value),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code")
    .nullish(),
  gratuity: cents.nullish(),
});

export const deliveryInput = object({
  type: z.enum(["shipping", "collection"]).nullish(),
  shipped_at: dateTime.nullish(),
  shipped_by: optionalText,
  tracking_code: optionalText,
  invoice_number: optionalText,
  store_id: optionalText,
  scheduled_slot: z.object({ start_date: dateTime.nullish(), end_date: dateTime.nullish() }).nullish(),
  delivered_at: dateTime.nullish(),
});
export type DeliveryInput = z.infer<typeof deliveryInput>;
export const setDeliveryBody = z.object({ delivery_options: deliveryInput });

export const applicationContextInput = object({
  checkout_template: optionalText,
  return_urls: object({
    url_success: url.nullish(),
    url_error: url.nullish(),
    url_abort: url.nullish(),
    url_failure: url.nullish(),
    url_push: url.nullish(),
  }).nullish(),
  language: z.enum(["de", "en"]).nullish(),
  locks: object({ customer: z.boolean().nullish(), shipping_address: z.boolean().nullish() }).nullish(),
  shop_details: anything.nullish(),
  iframe_opts: anything.nullish(),
});

export const paymentContextInput = object({
  auto_capture: z.boolean().nullish(),
  payment_methods: z.array(z.enum(METHODS)).nullish(),
  merchant_initiated: z.boolean().nullish(),
  accrual: z.boolean().nullish(),
  dynamic_descriptor: z
    .object({
      merchant_name: z
        .string()
        .regex(/^[A-Za-z0-9\-.!*=_ ]{1,22}$/)
        .nullish(),
      merchant_city: z
        .string()
        .regex(/^[A-Za-z0-9\-.!*=_ ]{1,13}$/)
        .nullish(),
    })
    .nullish(),
  container_instructions: anything.nullish(),
  mit_instructions: anything.nullish(),
});

/** Body of `POST /Smart/Transactions` (api.md 6). */
export const smartCreate = z.object({
  is_demo: z.boolean().nullish(),
  intent: z.enum(["sale", "order"]),
  contract: idRef.nullish(),
  customer: customerInput.nullish(),
  shipping_address: customerInput.nullish(),
  container: idRef.nullish(),
  basket: basketInput.nullish(),
  basket_info: basketInfoInput,
  transactionRef: reference,
  merchantRef: reference,
  delivery_options: deliveryInput.nullish(),
  application_context: applicationContextInput.nullish(),
  payment_context: paymentContextInput.nullish(),
});
export type SmartCreate = z.infer<typeof smartCreate>;

/** Body of `PUT /Smart/Transactions/{id}` (api.md 8.3). */
export const smartUpdate = z.object({
  customer: customerInput.nullish(),
  shipping_address: customerInput.nullish(),
  basket: basketInput.nullish(),
  basket_info: basketInfoInput.optional(),
  transactionRef: reference,
  merchantRef: reference,
  delivery_options: deliveryInput.nullish(),
});
export type SmartUpdate = z.infer<typeof smartUpdate>;

export const containerInput = object({
  id: optionalText,
  type: z.enum(["bank_account", "credit_card", "paypal", "googlepay", "applepay"]).nullish(),
  customer: idRef.nullish(),
  merchant_id: optionalText,
  private: anything.nullish(),
});

/** Body of prepare and start (api.md 8.4). */
export const prepareBody = object({
  customer: customerInput.nullish(),
  container: containerInput.nullish(),
  callback_urls: object({ success_url: url.nullish(), failure_url: url.nullish() }).nullish(),
  email: optionalText,
});

export const shippingInformation = object({
  carrier: optionalText,
  tracking_id: optionalText,
  invoice_number: optionalText,
  shipped_at: dateTime.nullish(),
  order_id: optionalText,
});

/** Body of `POST /Payment/Transactions/{id}/capture` (api.md 13.3). */
export const captureBody = object({
  amount: z.int().min(1).max(CHOICES.maxAmount.value).nullish(),
  shipping_information: shippingInformation.nullish(),
});

/** Body of `POST /Payment/Transactions/{id}/cancel` (api.md 13.4). `reason` has its own refusal. */
export const cancelBody = object({
  reduce_amount_by: z.int().min(1).max(CHOICES.maxAmount.value).nullish(),
  amount: cents.nullish(),
  reason: z.string().nullish(),
  reduce_stakeholder_payment: z.boolean().nullish(),
  container_id: optionalText,
});

export const increaseBody = z.object({ amount: z.int().min(1).max(CHOICES.maxAmount.value) });
