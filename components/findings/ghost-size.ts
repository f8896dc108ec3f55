import type { Finding, Refusal } from "./finding";

/** The largest size of ghost batches up to the wanted one that divides the batch. */
function dividing(batchSize: number, wanted: number): number {
  for (let size = Math.min(Math.floor(wanted), batchSize); size > 1; size--) {
    if (batchSize % size === 0) return size;
  }
  return 1;
}

/** Explains a batch that cannot be split into the ghost batches asked for. */
export function ghostSize({ code, details }: Refusal): Finding | null {
  const { batchSize, virtualBatchSize } = details;
  if (code !== "ghost-divisibility") return null;
  if (typeof batchSize !== "number" || typeof virtualBatchSize !== "number") return null;
  const size = dividing(batchSize, virtualBatchSize);
  return {
    title: "The ghost batches do not divide the batch",
    cause: `The layer reshapes a batch into ghost batches of equal size, and ${batchSize} examples are no multiple of ${virtualBatchSize}.`,
    remedy: "Choose a size that divides every batch the layer will see, the last of an epoch too.",
    change: {
      label: `Set virtual_batch_size to ${size}`,
      patch: { virtual_batch_size: size },
    },
  };
}
