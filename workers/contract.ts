import type { ErrorDetails } from "../engine/errors";
import type { BatchNormConfig } from "../engine/spec/batch-norm";
import type { Naming } from "../engine/spec/experiment";
import type { RunSettings } from "../engine/spec/run/run-args";
import type {
  ExampleCompanies,
  Grouping,
  RunStatistics,
  SharedVariables,
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

/** The same with what tells several calls in one graph apart. */
export interface NamedRequest extends RunRequest {
  readonly naming: Naming;
}

export interface RunResult {
  readonly statistics: RunStatistics;
  readonly chosen: StepTensors;
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
  /** The run, and one example of the chosen step in changing company. */
  company(request: RunRequest): Promise<Reply<CompanyResult>>;
  /** Trains on a deferred graph. What `step` is makes no difference: the result holds all steps. */
  trainingLoop(request: RunRequest): Promise<Reply<TrainingLoop>>;
  /** Calls the functional interface twice in one graph. The result holds all steps, as that of `trainingLoop`. */
  sharedVariables(request: NamedRequest): Promise<Reply<SharedVariables>>;
  /** Makes a tensor and shows which of its elements share a statistic. It reads no data and takes no step. */
  grouping(request: RunRequest): Promise<Reply<Grouping>>;
  readTable(request: ReadTableRequest): Promise<Reply<KeptTable>>;
}
