"use client";

import { liveFigure } from "@/components/run-figure/live-figure";
import { posterFigure } from "@/components/run-figure/poster-figure";
import { useFreezing } from "@/components/state/use-freezing";
import { parts } from "./parts";

export const Live = liveFigure(parts, useFreezing);
export const Poster = posterFigure(parts);
