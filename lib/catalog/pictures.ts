import { and, eq, lt, sql } from "drizzle-orm";
import type { Picture } from "@/lib/catalog/picture-file";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { productPictures, products } from "@/lib/db/schema";

const mediaType = "image/webp";
const folder = "api/pictures/";
const unusedMs = 24 * 3_600_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type StoredPicture = { id: string; width: number; height: number };

/** Where a stored picture is served, without the slash in front, as `ProductImage.file` wants it. */
export function pictureFile(id: string): string {
  return `${folder}${id}`;
}

/** Keeps a picture for a product to come. Those that no product took within a day go. */
export async function storePicture(ctx: Context, { data, width, height }: Picture): Promise<StoredPicture> {
  const row = { id: ctx.newId(), mediaType, width, height, data, createdAt: ctx.now() };
  await ctx.db.insert(productPictures).values(row);
  await ctx.db
    .delete(productPictures)
    .where(
      and(
        lt(productPictures.createdAt, new Date(ctx.now().getTime() - unusedMs)),
        sql`not exists (select 1 from ${products} where ${products.image}->>'file' = ${folder} || ${productPictures.id}::text)`,
      ),
    );
  return { id: row.id, width, height };
}

/** A picture with its bytes, or null. */
export async function findPicture(db: Db, id: string) {
  if (!uuid.test(id)) return null;
  const [found] = await db.select().from(productPictures).where(eq(productPictures.id, id));
  return found ?? null;
}
