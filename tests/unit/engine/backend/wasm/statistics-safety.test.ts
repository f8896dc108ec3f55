import { describe, expect, it } from "vitest";
import type { Moments } from "@/engine/backend/kernels";
import { referenceKernels } from "@/engine/backend/reference";
import { unrounded } from "@/engine/core/rounding";
import { standardNormal } from "@/engine/random/distributions";
