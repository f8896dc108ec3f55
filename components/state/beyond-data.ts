/** A channel can only be judged once the data is there. */
export const beyondData = (channel: number, count: number): readonly string[] =>
  channel < count
    ? []
    : [
        `channel must be an integer from 0 to ${count - 1} for this data. Received: channel=${channel}. Using ${count - 1} instead.`,
      ];

/** How many examples there are to choose from, only the batch knows. */
export const beyondBatch = (example: number, count: number): readonly string[] =>
  example < count
    ? []
    : [
        `example must be an integer from 0 to ${count - 1} for this batch. Received: example=${example}. Using ${count - 1} instead.`,
      ];

/** How many elements there are to choose from, only the tensor's shape says. */
export const beyondTensor = (element: number | null, count: number): readonly string[] =>
  element === null || element < count
    ? []
    : [
        `element must be an integer from 0 to ${count - 1} for this shape, or none. Received: element=${element}. Using none instead.`,
      ];
