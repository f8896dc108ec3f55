import { expose } from "comlink";
import { adjusted } from "./adjusted";
import { company } from "./company";
import { signOfLife, stopSign } from "./contract";
import type { EngineApi, ProgressMessage, Reply } from "./contract";
import { keepTable } from "./data/own-tables";
import { freezing } from "./freezing";
import { grouping } from "./grouping";
import { loop } from "./loop";
import { Pace } from "./pace";
import type { OnStep } from "./progress";
import { parameters } from "./parameters";
import { fusedChoice } from "./fused-choice";
import { paths } from "./paths";
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

const pace = new Pace({
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
  report: (progress) => postMessage({ progress } satisfies ProgressMessage),
});

addEventListener("message", ({ data }) => {
  if (data === stopSign) pace.stop();
});

function paced(done: number, steps: number): ReturnType<OnStep> {
  giveSignOfLife();
  return pace.step(done, steps);
}

/** Does a long piece of work in steps, and moves its result to the page. */
async function lively<T>(work: (onStep: OnStep) => Promise<T>): Promise<Reply<T>> {
  // A download may take its time without a step being done; a loop that hangs keeps this timer from firing.
  const waiting = setInterval(giveSignOfLife, 1000);
  pace.begin();
  const answer = await reply(() => work(paced));
  clearInterval(waiting);
  return transferred(answer);
}

const api: EngineApi = {
  run: (request) => lively((onStep) => run(request, onStep)),
  paths: (request) => lively((onStep) => paths(request, onStep)),
  company: (request) => lively((onStep) => company(request, onStep)),
  freezing: (request) => lively((onStep) => freezing(request, onStep)),
  adjusted: (request) => lively((onStep) => adjusted(request, onStep)),
  parameters: (request) => lively((onStep) => parameters(request, onStep)),
  trainingLoop: (request) => lively((onStep) => loop(request, onStep)),
  sharedVariables: (request) => lively((onStep) => sharedVariables(request, onStep)),
  grouping: (request) => lively(() => Promise.resolve(grouping(request))),
  fusedChoice: (request) => lively(() => Promise.resolve(fusedChoice(request))),
  readTable: (request) => reply(() => keepTable(request)),
};

expose(api);
