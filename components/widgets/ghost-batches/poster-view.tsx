"use client";

import { posterFigure } from "@/components/run-figure/poster-figure";
import { parts } from "./parts";

export const PosterView = posterFigure(parts);
