import type { ErrorDetails } from "../engine/errors";
import type { BatchNormConfig } from "../engine/spec/batch-norm";
import type { RunSettings } from "../engine/spec/run/run-args";
import type {
  ExampleCompanies,
  FusedChoice,
  Grouping,
  RunStatistics,
  StepTensors,
  TrainingLoop,
} from "../engine/types";
import type { TableChoices } from "./table/choices";
import type { TableReport } from "./table/report";

export type { TableChoices } from "./table/choices";
export type { TableReport } from "./table/report";

/** What a worker posts while a long calculation goes on; comlink passes it by. */
export const signOfLife = "working";

/** What went wrong, as data: an error object would lose its code on the way between threads. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly details: ErrorDetails;
}

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Everything that decides a run. Equal requests give equal results. */
export interface RunRequest {
  readonly layer: BatchNormConfig;
  readonly run: RunSettings;
  /** Where the site's measured tables lie, ending in a slash. */
  readonly dataRoot: string;
}

export interface RunResult {
  readonly statistics: RunStatistics;
  readonly chosen: StepTensors;
}

export interface PathsResult extends RunResult {
  /** The moving variance as the fused implementation would have had it; null where there would be none. */
  readonly fusedVariance: Float64Array | null;
}

export interface CompanyResult extends RunResult {
  readonly company: ExampleCompanies;
}

export interface ReadTableRequest {
  readonly source: Blob | string;
  readonly choices: TableChoices;
}

/** A table that was read and kept, under the key by which a run asks for it. */
export interface KeptTable {
  readonly key: string;
  /** False when this device refused to store it: it then lives until the page is closed. */
  readonly isStored: boolean;
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly report: TableReport;
  /** The first rows, for a look before use. */
  readonly preview: readonly (readonly number[])[];
}

export interface EngineApi {
  run(request: RunRequest): Promise<Reply<RunResult>>;
  /** The run, and its moving variance on the other path. */
  paths(request: RunRequest): Promise<Reply<PathsResult>>;
  /** The run, and one example of the chosen step in changing company. */
  company(request: RunRequest): Promise<Reply<CompanyResult>>;
  /** Trains on a deferred graph. What `step` is makes no difference: the result holds all steps. */
  trainingLoop(request: RunRequest): Promise<Reply<TrainingLoop>>;
  /** Makes a tensor and shows which of its elements share a statistic. It reads no data and takes no step. */
  grouping(request: RunRequest): Promise<Reply<Grouping>>;
  /** Makes a layer and shows how it comes to its implementation. It reads no data and makes its own inputs. */
  fusedChoice(request: RunRequest): Promise<Reply<FusedChoice>>;
  readTable(request: ReadTableRequest): Promise<Reply<KeptTable>>;
}
