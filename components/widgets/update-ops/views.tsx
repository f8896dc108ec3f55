"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { useTrainingLoop } from "@/components/state/use-training-loop";
import { parts } from "./parts";

export const Live = liveFigure(parts, useTrainingLoop);
export const Poster = posterFigure(parts);
