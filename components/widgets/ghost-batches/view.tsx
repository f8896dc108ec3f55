"use client";

import { liveFigure } from "@/components/run-figure/live-figure";
import { parts } from "./parts";

export const View = liveFigure(parts);
