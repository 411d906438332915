import type { Box, Link } from './graph.ts';

/** A journey in three: what hangs together with Start, nodes that nothing connects to it, and ends that nothing leads to. */
interface Parts {
  journey: Box[];
  apart: Box[];
  idleEnds: Box[];
}

/** Connections to Success and Failure hold nothing together: every node may lead there. */
export function partsOf(boxes: readonly Box[], links: readonly Link[]): Parts {
  const start = boxes.find(({ role }) => role === 'start');
  if (start === undefined) return { journey: [...boxes], apart: [], idleEnds: [] };
  const ends = new Set(boxes.flatMap(({ id, role }) => (role === 'end' ? [id] : [])));
  const beside = new Map<string, string[]>(boxes.map(({ id }) => [id, []]));
  for (const { from, to } of links) {
    if (ends.has(to)) continue;
    beside.get(from)?.push(to);
    beside.get(to)?.push(from);
  }
  const together = new Set([start.id]);
  for (const id of together) for (const other of beside.get(id) ?? []) if (beside.has(other)) together.add(other);
  const reached = new Set(links.flatMap(({ from, to }) => (together.has(from) ? [to] : [])));
  return {
    journey: boxes.filter(({ id, role }) => (role === 'end' ? reached : together).has(id)),
    apart: boxes.filter(({ id, role }) => role === 'node' && !together.has(id)),
    idleEnds: boxes.filter(({ id, role }) => role === 'end' && !reached.has(id)),
  };
}
