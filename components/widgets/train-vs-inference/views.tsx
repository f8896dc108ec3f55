"use client";

import { liveFigure } from "@/components/live-figure/live-figure";
import { posterFigure } from "@/components/live-figure/poster-figure";
import { useCompany } from "@/components/state/use-company";
import { parts } from "./parts";

export const Live = liveFigure(parts, useCompany);
export const Poster = posterFigure(parts);
