"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { usePaths } from "@/components/state/use-paths";
import { parts } from "./parts";

export const Live = liveFigure(parts, usePaths);
export const Poster = posterFigure(parts);
