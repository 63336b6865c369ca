import { z } from "zod";
import { isVatId, plainVatId } from "@/lib/orders/vat-id";

/** Where a shop may have its seat. */
export const countries = ["DE", "AT", "CH", "LI", "LU", "NL", "BE", "FR"] as const;

const text = (max: number) => z.string().trim().max(max, "long");
const filled = (max: number) => text(max).min(1, "required");

/** The form of the shop's profile; its messages are keys of the admin's `fields`. */
export const profileFormSchema = z
  .object({
    version: z.string().max(40),
    shopName: filled(70),
    legalName: filled(140),
    street: filled(80),
    postalCode: filled(10),
    city: filled(60),
    country: z.enum(countries, "choose"),
    email: filled(254).pipe(z.email("email_form")),
    phone: text(40),
    vatId: text(20)
      .transform(plainVatId)
      .refine((value) => value === "" || isVatId(value) || isSwiss(value), "vat_id"),
    taxNumber: text(30),
    register: text(140),
  })
  .refine(({ vatId, taxNumber }) => vatId !== "" || taxNumber !== "", {
    path: ["vatId"],
    message: "vat_or_tax",
  });

/** Swiss companies have a number of their own, which is not one of the EU. */
const isSwiss = (value: string) => /^CHE\d{9}(MWST|TVA|IVA)?$/.test(value);
