import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const tools = ["pdftotext", "pdftoppm"] as const;
type Tool = (typeof tools)[number];

/** Makes sure that poppler's tools are there, as far as this system allows; throws with what is to be done by hand. */
export function needPoppler(): void {
  if (tools.every(starts)) return;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", "poppler-utils"]])
      spawnSync("apt-get", args, { stdio: "ignore", timeout: 300_000 });
  }
  if (tools.every(starts)) return;
  throw new Error(
    "The PDF tests need pdftotext and pdftoppm: install poppler-utils (or poppler) on your system.",
  );
}

function starts(tool: Tool): boolean {
  return spawnSync(tool, ["-v"], { stdio: "ignore" }).status === 0;
}

/** What a PDF says, as somebody else's program reads it; in reading order, or as it stands on the page. */
export function textOf(pdf: Uint8Array, layout: "reading" | "page" = "page"): string {
  const args = layout === "page" ? ["-layout", "-", "-"] : ["-", "-"];
  return run("pdftotext", args, pdf).toString("utf8");
}

/** A page of a PDF as PNG, counted from 1. */
export function pictureOf(pdf: Uint8Array, page: number, dpi = 150): Buffer {
  return run("pdftoppm", ["-png", "-r", String(dpi), "-f", String(page), "-l", String(page), "-"], pdf);
}

function run(tool: Tool, args: string[], input: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync(tool, args, { input, maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
  return stdout;
}
