import type { Specimen } from "../define-widget";

export const specimens: readonly Specimen[] = [
  {
    name: "images-channels-last",
    query: "",
    lesson:
      "Images with their channels last: the default axis of −1 gives each channel one mean and one variance.",
    screenshot: true,
  },
  {
    name: "channels-first-wrong",
    query: "shape=2,3,4,4&data_format=channels_first",
    lesson:
      "Images with their channels first and the default axis: the columns of the images are normalized, and no error says so.",
    screenshot: true,
  },
  {
    name: "channels-first-right",
    query: "shape=2,3,4,4&data_format=channels_first&axis=1",
    lesson: "Images with their channels first need axis=1: the groups are the channels again.",
    screenshot: true,
  },
  {
    name: "dense",
    query: "shape=8,4",
    lesson: "After a dense layer every column is a channel, averaged over the batch alone.",
    screenshot: false,
  },
  {
    name: "two-axes",
    query: "shape=4,5,3&axis=1,2",
    lesson:
      "Two axes keep every time step of every feature apart: many statistics, and few elements behind each.",
    screenshot: true,
  },
  {
    name: "video",
    query: "shape=2,3,3,3,2",
    lesson: "Five axes work like four: all but the channels are averaged over.",
    screenshot: false,
  },
  {
    name: "confused-with-layer-normalization",
    query: "shape=8,4&axis=0",
    lesson:
      "With axis=0 each example is normalized by itself, as layer normalization does, but with parameters and moving statistics for places in the batch.",
    screenshot: true,
  },
  {
    name: "layer-normalization",
    query: "shape=8,4&layer_normalization=true",
    lesson:
      "Layer normalization averages over the features of one example: rows in place of columns, and nothing that moves.",
    screenshot: true,
  },
  {
    name: "ghost-batches",
    query: "shape=8,4&virtual_batch_size=4",
    lesson: "Ghost batches split each channel: every part of the batch has statistics of its own.",
    screenshot: false,
  },
  {
    name: "refused",
    query: "shape=8,4&axis=0&virtual_batch_size=4",
    lesson: "The layer refuses ghost batches where the batch axis is kept, and says why.",
    screenshot: true,
  },
  {
    name: "out-of-range",
    query: "axis=4",
    lesson:
      "Axes are counted from 0, so four axes end at 3: axis=4 is refused when the layer is built.",
    screenshot: false,
  },
];
