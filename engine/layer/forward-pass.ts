import type { ElementWeights, Moments } from "../backend/kernels";
import type { Normalization } from "../core/normalization";
import type { ChannelView } from "../tensor/channel-view";
import type { Tensor } from "../tensor/tensor";
import type { AppliedAdjustment } from "./adjustment";
import type { RenormStep } from "./renorm";
import type { WeightStorage } from "./weight-storage";

/** A forward pass before it is made presentable: float64 statistics and the weights it leads to. */
export interface Forward {
  readonly outputs: Tensor;
  /** Of every ghost batch, where there are any. */
  readonly view: ChannelView;
  readonly ghostBatches: number;
  readonly elementWeights: ElementWeights | undefined;
  /** Of every ghost batch; null in inference mode. */
  readonly batch: Moments | null;
  /** The statistics that normalized the inputs. */
  readonly used: Moments;
  readonly renorm: RenormStep | null;
  readonly adjustment: AppliedAdjustment | null;
  /** Without an adjustment, the whole of the map from inputs to outputs. */
  readonly normalization: Normalization;
  /** `batch` averaged over ghost batches: what the moving statistics move towards. */
  readonly shared: Moments | null;
  readonly weightsAfter: WeightStorage;
}
