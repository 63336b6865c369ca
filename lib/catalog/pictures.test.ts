import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dominantColour, readPicture } from "@/lib/catalog/picture-file";
import { findPicture, pictureFile, storePicture } from "@/lib/catalog/pictures";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { products } from "@/lib/db/schema";
import { stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";

let open: OpenDb;
let clock: TestClock;
let ctx: Context;

beforeAll(async () => {
  open = await openTestDatabase();
  clock = testClock();
  ctx = testContext(open.db, "http://127.0.0.1:9", clock);
});
afterAll(() => open?.close());

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#7f611f" } });

/** A PNG that says it is enormous and weighs next to nothing. */
function bomb(side: number): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), body])));
    return Buffer.concat([head, Buffer.from(type), body, check]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = chunk("IDAT", deflateSync(Buffer.alloc(1000)));
  return Buffer.concat([head, chunk("IHDR", size), rows, chunk("IEND", Buffer.alloc(0))]);
}

describe("readPicture", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)("makes WebP of %s", async (kind) => {
    const read = await readPicture(await plain(400, 300).toFormat(kind).toBuffer());
    if (!read.ok) throw new Error(read.reason);
    expect(read.picture).toMatchObject({ width: 400, height: 300 });
    expect((await sharp(read.picture.data).metadata()).format).toBe("webp");
  });

  it("turns it upright, makes it smaller and keeps no metadata", async () => {
    const withPlace = await plain(3000, 1500)
      .withExif({ IFD0: { Copyright: "geheim" }, IFD3: { GPSLatitude: "51/1 3/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(withPlace.includes("geheim")).toBe(true);
    const read = await readPicture(withPlace);
    if (!read.ok) throw new Error(read.reason);
    const { exif, icc, xmp, width, height } = await sharp(read.picture.data).metadata();
    expect({ exif, icc, xmp }).toEqual({ exif: undefined, icc: undefined, xmp: undefined });
    expect([width, height]).toEqual([1000, 2000]);
    expect(Buffer.from(read.picture.data).includes("geheim")).toBe(false);
    expect(await dominantColour(read.picture.data)).toMatch(/^#[0-9a-f]{6}$/);
  });

  it("refuses what is no picture of a known kind, whatever it claims to be", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>1</script></svg>';
    const half = (await plain(400, 400).jpeg().toBuffer()).subarray(0, 300);
    const gif = await plain(300, 300).gif().toBuffer();
    const polyglot = Buffer.concat([Buffer.from("\xff\xd8\xff", "latin1"), Buffer.from(svg)]);
    for (const file of [Buffer.from(svg), half, gif, polyglot, Buffer.alloc(0), Buffer.from("GIF89a")])
      expect(await readPicture(file)).toEqual({ ok: false, reason: "not_a_picture" });
    expect(await readPicture(await plain(400, 150).png().toBuffer())).toEqual({
      ok: false,
      reason: "too_small",
    });
  });

  it("does not unpack a bomb", async () => {
    const started = process.memoryUsage().rss;
    const read = await readPicture(bomb(60_000));
    expect(read).toEqual({ ok: false, reason: "too_many_pixels" });
    expect(process.memoryUsage().rss - started).toBeLessThan(200 * 1024 * 1024);
  });
});

describe("storePicture", () => {
  it("keeps what a product shows and lets go what none took within a day", async () => {
    const read = await readPicture(await plain(300, 300).png().toBuffer());
    if (!read.ok) throw new Error(read.reason);
    const used = await storePicture(ctx, read.picture);
    const unused = await storePicture(ctx, read.picture);
    await stockArticle(open.db, "PIC-1", 1);
    const alt = { de: "x", en: "x" };
    const image = { file: pictureFile(used.id), width: 300, height: 300, alt, dominant: "#000000" };
    await open.db.update(products).set({ image });
    clock.advance(25 * 3_600_000);
    const fresh = await storePicture(ctx, read.picture);
    expect(await findPicture(open.db, unused.id)).toBeNull();
    expect((await findPicture(open.db, fresh.id))?.width).toBe(300);
    const stored = await findPicture(open.db, used.id);
    expect(Buffer.from(stored?.data ?? []).equals(Buffer.from(read.picture.data))).toBe(true);
    expect(await findPicture(open.db, "../x")).toBeNull();
  });
});
