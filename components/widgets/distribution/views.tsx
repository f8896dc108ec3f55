"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { useRun } from "@/components/state/use-run";
import { parts } from "./parts";

export const Live = liveFigure(parts, useRun);
export const Poster = posterFigure(parts);
