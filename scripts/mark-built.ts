import { fileURLToPath } from "node:url";
import { markBuilt } from "./build";

// After `next build`: notes which sources it was made of, so that demo, tests and soak do not build them again.
markBuilt(fileURLToPath(new URL("..", import.meta.url)));
