/** All tables and their types in one place, as Drizzle wants them; a room of the shop each in its own file. */

export * from "@/lib/db/schema/admin";
export * from "@/lib/db/schema/catalog";
export * from "@/lib/db/schema/customers";
export * from "@/lib/db/schema/documents";
export * from "@/lib/db/schema/links";
export * from "@/lib/db/schema/mail";
export * from "@/lib/db/schema/orders";
export * from "@/lib/db/schema/payments";
export * from "@/lib/db/schema/refunds";
export * from "@/lib/db/schema/stock";
export * from "@/lib/db/schema/values";
