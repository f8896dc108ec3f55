"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { useParameters } from "@/components/state/use-parameters";
import { parts } from "./parts";

export const Live = liveFigure(parts, useParameters);
export const Poster = posterFigure(parts);
