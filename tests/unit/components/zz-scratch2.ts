import { syntheticSource } from "@/engine/data/synthetic-source";
import { trainingRun } from "@/engine/training/training-run";
import { figureModel } from "@/components/widgets/batch-vs-moving/model";
import { defaultExperiment, layerConfigOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { constant } from "@/engine/spec/initializer";
import { linearAxis } from "@/components/charts/plot/axis";
import { pack, unpack } from "../../../workers/data/packed-table";
import { defaultTableChoices } from "../../../workers/table/choices";
const log = console.log;
const sourceOf = (e: Experiment) => syntheticSource({kind: e.data as "gaussian", means: e.means, deviations: e.deviations, driftPerStep: e.drift_per_step, degreesOfFreedom: e.degrees_of_freedom}, e.batch_size, e.seed);
for (const dtype of ["float64","float32"] as const) for (const means of [0,5]) for (const momentum of [0,0.99]) { let dropped=0,total=0; const ex: unknown[]=[];
for (let seed=0; seed<400; seed++) { const e: Experiment = {...defaultExperiment, data:"gaussian", means:[means], deviations:[1], momentum, batch_size:2, epsilon:0, gamma_initializer: constant(3), dtype, seed, steps:1, step:1};
 const r = trainingRun(layerConfigOf(e), sourceOf(e), e.steps);
 const m = figureModel(e, r.statistics, r.inspect(1)); for (const mode of ["training","inference"] as const) {const c = m.outputs.bins.reduce((a,b)=>a+b[mode],0); const fin = m.outputs.examples.filter(x=>Number.isFinite(x[mode])).length; total++; if (c!==fin){dropped++; if(ex.length<1) ex.push([seed,mode,c,fin,m.outputs.domain,m.outputs.examples]);} } }
log(dtype, means,momentum,{dropped,total}, JSON.stringify(ex)); }
for (const [n, ch] of [[133_000,"\u0001"],[134_000,"\u0001"],[140_000,"\u0001"]] as const) { const k = pack({text: ch.repeat(n), choices: defaultTableChoices}); let r; try { r = k && unpack(k).text.length } catch (e) { r = (e as Error).message } log(n, k?.length, r); }
log(linearAxis([9999,10001],"up",4).ticks);
