"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { useBatchStages } from "@/components/state/use-batch-stages";
import { parts } from "./parts";

export const Live = liveFigure(parts, useBatchStages);
export const Poster = posterFigure(parts);
