import type { ArgSpec } from "@/engine/spec/arg-spec";
import { documentedArgs } from "@/engine/spec/batch-norm";

/** The spec a page is about. A page about an argument that does not exist fails the build. */
export function documentedArg(name: string): ArgSpec {
  const spec = documentedArgs.find((candidate) => candidate.name === name);
  if (spec === undefined) throw new Error(`A page names the argument ${name}, which has no spec.`);
  return spec;
}
