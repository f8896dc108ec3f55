"use client";

import { liveFigure } from "@/components/run-figure/live-figure";
import { posterFigure } from "@/components/run-figure/poster-figure";
import { useCompany } from "@/components/state/use-company";
import { parts } from "./parts";

export const Live = liveFigure(parts, useCompany);
export const Poster = posterFigure(parts);
