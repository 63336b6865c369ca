import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

export interface JournalRecord {
  collection: string;
  id: string;
  /** null: the record was removed. */
  value: unknown;
}

/** Where state is kept between runs. */
export interface Journal {
  /** Reads what was kept, oldest record first. */
  load(each: (record: JournalRecord) => void): void;
  write(record: JournalRecord): void;
  /** Hands written records to the operating system; compacts when the file has grown large. */
  flush(snapshot: () => Iterable<JournalRecord>): void;
  /** Replaces everything that was kept, atomically. */
  replace(snapshot: Iterable<JournalRecord>): void;
  close(): void;
}

export function createMemoryJournal(): Journal {
  return { load: () => {}, write: () => {}, flush: () => {}, replace: () => {}, close: () => {} };
}

const HEADER = JSON.stringify({ format: "secuconnect-sandbox", version: 1 });
const COMPACT_FACTOR = 4;
const COMPACT_MIN_BYTES = 16_000_000;

interface Options {
  /** Told what happened to a damaged file. */
  warn?: (message: string) => void;
  now?: () => number;
}

/**
 * A file of JSON lines: first line names the format, each further line is one record, the last one of an
 * id counts. Lines are appended; compaction writes a new file and renames it, so that a killed process
 * leaves either the old or the new one. A torn last line is dropped. A file that cannot be read otherwise
 * is renamed and kept.
 */
export function createFileJournal(path: string, options: Options = {}): Journal {
  const warn = options.warn ?? (() => {});
  const now = options.now ?? Date.now;
  mkdirSync(dirname(path), { recursive: true });
  let fd: number | null = null;
  let buffered: string[] = [];
  let bytes = 0;
  let bytesAfterCompaction = 0;

  const append = (text: string) => {
    if (fd === null) return;
    writeSync(fd, text);
    bytes += Buffer.byteLength(text);
  };

  const journal: Journal = {
    load: (each) => {
      const records = existsSync(path) ? readRecords(path, warn, now) : [];
      for (const record of records) each(record);
      const latest = new Map(records.map((record) => [`${record.collection}/${record.id}`, record]));
      journal.replace([...latest.values()].filter((record) => record.value !== null));
    },
    write: (record) => {
      buffered.push(JSON.stringify(record));
    },
    flush: (snapshot) => {
      if (buffered.length === 0) return;
      append(`${buffered.join("\n")}\n`);
      buffered = [];
      if (bytes > COMPACT_MIN_BYTES && bytes > bytesAfterCompaction * COMPACT_FACTOR)
        journal.replace(snapshot());
    },
    replace: (snapshot) => {
      buffered = [];
      const temporary = `${path}.new`;
      const next = openSync(temporary, "w");
      bytes = 0;
      const old = fd;
      fd = next;
      append(`${HEADER}\n`);
      for (const record of snapshot) append(`${JSON.stringify(record)}\n`);
      fsyncSync(next);
      renameSync(temporary, path);
      if (old !== null) closeSync(old);
      bytesAfterCompaction = bytes;
    },
    close: () => {
      if (fd !== null) closeSync(fd);
      fd = null;
    },
  };
  return journal;
}

function readRecords(path: string, warn: (message: string) => void, now: () => number): JournalRecord[] {
  const lines = readFileSync(path, "utf8").split("\n");
  const tail = lines.pop();
  try {
    if (lines[0] !== HEADER) throw new Error("the first line does not name the format");
    const records = lines.slice(1).map(parseRecord);
    if (tail) warn(`The last line of ${path} was cut off and is left out.`);
    return records;
  } catch (error) {
    const aside = `${path}.damaged-${now()}`;
    renameSync(path, aside);
    const why = error instanceof Error ? error.message : String(error);
    warn(
      `The state file ${path} cannot be read (${why}). It was kept as ${aside}; the sandbox starts empty.`,
    );
    return [];
  }
}

function parseRecord(line: string, index: number): JournalRecord {
  const value: unknown = JSON.parse(line);
  if (
    typeof value === "object" &&
    value !== null &&
    "collection" in value &&
    "id" in value &&
    "value" in value
  ) {
    const { collection, id } = value;
    if (typeof collection === "string" && typeof id === "string")
      return { collection, id, value: value.value };
  }
  throw new Error(`line ${index + 2} is not a record`);
}
