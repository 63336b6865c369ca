// Loaded into each child with --import. Standard input is a pipe that only the parent holds open, so it
// ends when the parent is gone, however it went: no server outlives the command that started it.
import { fstatSync } from "node:fs";
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

if (isMainThread && isPipe(0)) {
  const pipe = new Socket({ fd: 0, readable: true, writable: false });
  pipe.on("error", () => {});
  pipe.on("close", () => process.kill(process.pid, "SIGTERM"));
  pipe.resume();
  pipe.unref();
}

function isPipe(fd) {
  try {
    const stat = fstatSync(fd);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}
