import type { ElementWeights, Moments } from "../backend/kernels";
import type { Normalization } from "../core/normalization";
import type { ChannelView } from "../tensor/channel-view";
import type { Tensor } from "../tensor/tensor";
import type { AppliedAdjustment } from "./adjustment";
import type { RenormStep } from "./renorm";
import type { WeightStorage } from "./weight-storage";

/** What a call learns of each channel, those of every ghost batch apart. */
export interface ChannelNumbers {
  /** Null in inference mode. */
  readonly batch: Moments | null;
  /** The statistics that normalized the inputs. */
  readonly used: Moments;
  /** Without an adjustment, the whole of the map from inputs to outputs. */
  readonly normalization: Normalization;
}

/** A forward pass before it is made presentable: float64 statistics and the weights it leads to. */
export interface Forward {
  readonly outputs: Tensor;
  /** Of every ghost batch, where there are any. */
  readonly view: ChannelView;
  readonly ghostBatches: number;
  readonly elementWeights: ElementWeights | undefined;
  /** Read from the backend when they are asked for, which must be before its next call. */
  readonly channels: () => ChannelNumbers;
  readonly renorm: RenormStep | null;
  readonly adjustment: AppliedAdjustment | null;
  /** The batch's moments averaged over ghost batches: what the moving statistics move towards; null at inference. */
  readonly shared: Moments | null;
  readonly weightsAfter: WeightStorage;
}
