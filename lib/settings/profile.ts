import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { shopSettings } from "@/lib/db/schema";

const line = (max: number) => z.string().trim().max(max);

/** Who runs the shop: legal notice, invoices and mails say so. A shop starts with a sample. */
export const profileSchema = z.object({
  shopName: line(70).min(1),
  /** The owner or the company as the law names it. */
  legalName: line(140).min(1),
  street: line(80).min(1),
  postalCode: line(10).min(1),
  city: line(60).min(1),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  email: z.email().max(254),
  phone: line(40),
  /** At least one of the two is on every invoice (§14 UStG). */
  vatId: line(20),
  taxNumber: line(30),
  /** Court and number of the register, where there is one. */
  register: line(140),
  /** True as long as nobody has put in the real data. */
  isSample: z.boolean(),
});

export type ShopProfile = z.infer<typeof profileSchema>;

export const sampleProfile: ShopProfile = {
  shopName: "Kontor",
  legalName: "Kontor Musterladen",
  street: "Musterstraße 1",
  postalCode: "12345",
  city: "Musterstadt",
  country: "DE",
  email: "post@kontor.example",
  phone: "",
  vatId: "DE000000000",
  taxNumber: "",
  register: "",
  isSample: true,
};

/** The shop's profile as the merchant set it, or the sample. */
export async function readProfile(db: Db): Promise<ShopProfile> {
  const [row] = await db.select().from(shopSettings).where(eq(shopSettings.key, "profile"));
  return row ? profileSchema.parse(row.value) : sampleProfile;
}
