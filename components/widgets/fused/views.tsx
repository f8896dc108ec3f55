"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { useFusedChoice } from "@/components/state/use-fused-choice";
import { parts } from "./parts";

export const Live = liveFigure(parts, useFusedChoice);
export const Poster = posterFigure(parts);
