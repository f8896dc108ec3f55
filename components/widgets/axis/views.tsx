"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { useGrouping } from "@/components/state/use-grouping";
import { parts } from "./parts";

export const Live = liveFigure(parts, useGrouping);
export const Poster = posterFigure(parts);
