import { expose } from "comlink";
import { company } from "./company";
import { signOfLife } from "./contract";
import type { EngineApi, Reply } from "./contract";
import { keepTable } from "./data/own-tables";
import { grouping } from "./grouping";
import { loop } from "./loop";
import { reply } from "./reply";
import { run } from "./run";
import { sharedVariables } from "./shared-variables";
import { transferred } from "./transfer";

let lastSignMs = 0;

// Without it a long calculation could not be told from one that hangs.
function giveSignOfLife(): void {
  const nowMs = performance.now();
  if (nowMs - lastSignMs < 500) return;
  lastSignMs = nowMs;
  postMessage(signOfLife);
}

/** Does a long piece of work while giving signs of life, and moves its result to the page. */
async function lively<T>(work: (onStep: () => void) => Promise<T>): Promise<Reply<T>> {
  // A download may take its time without a step being done; a loop that hangs keeps this timer from firing.
  const waiting = setInterval(giveSignOfLife, 1000);
  const answer = await reply(() => work(giveSignOfLife));
  clearInterval(waiting);
  return transferred(answer);
}

const api: EngineApi = {
  run: (request) => lively((onStep) => run(request, onStep)),
  company: (request) => lively((onStep) => company(request, onStep)),
  trainingLoop: (request) => lively((onStep) => loop(request, onStep)),
  sharedVariables: (request) => lively((onStep) => sharedVariables(request, onStep)),
  grouping: (request) => lively(() => Promise.resolve(grouping(request))),
  readTable: (request) => reply(() => keepTable(request)),
};

expose(api);
