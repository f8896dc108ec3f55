import { ofWholeRun } from "../contract";
import type { Reply, RunResults, Sent } from "../contract";

/** A result brings along what belongs to its run as a whole, unless the one before is of the same run. */
export function whole<Method extends keyof RunResults>(
  method: Method,
  reply: Reply<Sent<Method>>,
  previous: RunResults[Method] | null,
): Reply<RunResults[Method]> {
  if (!reply.ok || reply.value.run !== previous?.run) return reply as Reply<RunResults[Method]>;
  const kept = Object.fromEntries(
    ofWholeRun[method].map((part) => [part, previous[part as keyof RunResults[Method]]]),
  );
  const value: object = { ...reply.value, ...kept };
  return { ok: true, value: value as RunResults[Method] };
}
