/** Milliseconds by node id, type or name, lower case. */
type Latencies = Readonly<Record<string, number>>;

/**
 * How long a visit of a node takes.
 *
 * @param names its other names: display name, type id, type name
 * @returns also `general`: what counts when it has no latency of its own
 */
export function latencyOf(latency: Latencies, node: string, names: readonly (string | undefined)[]): { value: number; general: number } {
  const others = names.flatMap((name) => (name && name.toLowerCase() !== node.toLowerCase() ? [latency[name.toLowerCase()]] : []));
  const general = others.find((ms) => ms !== undefined) ?? 0;
  return { value: latency[node.toLowerCase()] ?? general, general };
}

/** All of them with that of one node changed; what counts for it anyway is not said again. */
export function withLatency(latency: Latencies, node: string, ms: number, general: number): Record<string, number> {
  const { [node.toLowerCase()]: _, ...others } = latency;
  return ms === general ? others : { ...others, [node]: ms };
}
