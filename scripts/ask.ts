import { createInterface, type Interface } from "node:readline";

export type Ask = {
  /** Asks for one line. Null when the input ended. */
  line: (question: string) => Promise<string | null>;
  /** The same without showing what is typed. */
  secret: (question: string) => Promise<string | null>;
  close: () => void;
};

/** Questions on a terminal; with a pipe as input it reads the lines from there. */
export function createAsk(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Ask {
  const terminal = Boolean(input.isTTY);
  let hidden = false;
  // In raw mode the interface echoes through this stream, so that an echo can be left out.
  const echo = new Proxy(output, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (key === "write" && hidden) return () => true;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const lines = createInterface({ input, output: echo, terminal });
  const waiting = queue(lines);
  const ask = async (question: string, secret: boolean) => {
    output.write(`${question} `);
    hidden = secret;
    const answer = await waiting();
    hidden = false;
    if (secret || !terminal) output.write("\n");
    return answer;
  };
  return {
    line: (question) => ask(question, false),
    secret: (question) => ask(question, true),
    close: () => lines.close(),
  };
}

/** Lines in order, also those that came before they were asked for. */
function queue(lines: Interface): () => Promise<string | null> {
  const ready: string[] = [];
  const asked: ((line: string | null) => void)[] = [];
  let ended = false;
  lines.on("line", (line) => {
    const next = asked.shift();
    if (next) next(line);
    else ready.push(line);
  });
  lines.on("close", () => {
    ended = true;
    for (const next of asked.splice(0)) next(null);
  });
  return () =>
    new Promise((resolve) => {
      const line = ready.shift();
      if (line !== undefined) resolve(line);
      else if (ended) resolve(null);
      else asked.push(resolve);
    });
}
