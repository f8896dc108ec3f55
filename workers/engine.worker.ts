import { expose } from "comlink";
import { signOfLife } from "./contract";
import type { EngineApi } from "./contract";
import { keepTable } from "./data/own-tables";
import { reply } from "./reply";
import { run } from "./run";
import { transferred } from "./transfer";

let lastSignMs = 0;

// Without it a long calculation could not be told from one that hangs.
function giveSignOfLife(): void {
  const nowMs = performance.now();
  if (nowMs - lastSignMs < 500) return;
  lastSignMs = nowMs;
  postMessage(signOfLife);
}

const api: EngineApi = {
  run: async (request) => {
    // A download may take its time without a step being done; a loop that hangs keeps this timer from firing.
    const waiting = setInterval(giveSignOfLife, 1000);
    const answer = await reply(() => run(request, giveSignOfLife));
    clearInterval(waiting);
    return transferred(answer);
  },
  readTable: (request) => reply(() => keepTable(request)),
};

expose(api);
