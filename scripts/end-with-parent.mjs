// Loaded into each child with --import. Standard input is a pipe that only the parent holds open, so it
// ends when the parent is gone, however it went: no server outlives the command that started it.
import { fstatSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread && isPipe(0)) {
  process.stdin.on("error", () => {});
  process.stdin.on("close", () => process.kill(process.pid, "SIGTERM"));
  process.stdin.resume();
  process.stdin.unref();
}

function isPipe(fd) {
  try {
    const stat = fstatSync(fd);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}
