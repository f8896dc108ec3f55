"use client";

import { liveFigure } from "@/components/run-figure/live-figure";
import { posterFigure } from "@/components/run-figure/poster-figure";
import { parts } from "./parts";

export const Live = liveFigure(parts);
export const Poster = posterFigure(parts);
