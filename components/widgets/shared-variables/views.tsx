"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { useSharedVariables } from "@/components/state/use-shared-variables";
import { parts } from "./parts";

export const Live = liveFigure(parts, useSharedVariables);
export const Poster = posterFigure(parts);
