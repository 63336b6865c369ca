import { customType, integer, timestamp } from "drizzle-orm/pg-core";
import type { Cents } from "@/lib/money";

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const money = (name: string) => integer(name).$type<Cents>();

/** Raw bytes, e.g. of a picture or a PDF. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
