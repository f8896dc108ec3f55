"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { useAdjusted } from "@/components/state/use-adjusted";
import { parts } from "./parts";

export const Live = liveFigure(parts, useAdjusted);
export const Poster = posterFigure(parts);
