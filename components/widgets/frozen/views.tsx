"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { useFreezing } from "@/components/state/use-freezing";
import { parts } from "./parts";

export const Live = liveFigure(parts, useFreezing);
export const Poster = posterFigure(parts);
