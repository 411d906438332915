import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import { type LintContext, otherJourney } from '../context.ts';
import { edgesOf } from '../graph.ts';
import type { LintNode } from '../node.ts';
import { type Keys, NO_KEYS, union } from './keys.ts';
import { type Write, type Writes, writesOf } from './writes.ts';

/** Keys at a point of a journey: those that may be there, and those that every way there writes. */
export interface Known {
  may: Keys;
  must: Keys;
}
export interface Flow {
  /** When a node (on the canvas or in a page) or an end is entered. */
  before(id: string): Known;
  /** Whether a key may be, and whether it must be there then. */
  has(id: string, key: string): { may: boolean; must: boolean };
  /** Whatever is written in the journey. */
  anywhere: Keys;
}

/** Bit 0: keys that only a run knows. */
const ANY = 1n;

/**
 * Which keys are written before each node. A forward analysis over the connections: what may be there is everything that some way writes, what must
 * be there is what every way writes. A write that only a run knows counts for every key, so that nothing is claimed that may be wrong.
 */
export function flowFrom(context: LintContext, start: Known): Flow {
  const { graph } = context;
  const bits = new Map<string, bigint>();
  const names: string[] = [];
  const bitOf = (key: string): bigint => {
    let bit = bits.get(key);
    if (bit === undefined) {
      bit = 1n << BigInt(names.length + 1);
      bits.set(key, bit);
      names.push(key);
    }
    return bit;
  };
  const maskOf = (keys: Iterable<string>, any: boolean): bigint => {
    let mask = any ? ANY : 0n;
    for (const key of keys) mask |= bitOf(key);
    return mask;
  };
  const keysOf = (mask: bigint): Keys => ({ names: new Set(names.filter((_, index) => mask & (1n << BigInt(index + 1)))), any: (mask & ANY) !== 0n });
  const written = (writes: Writes, surely = false): bigint => {
    let mask = writes.any ? ANY : 0n;
    for (const { key, sometimes } of writes.keys) if (!surely || !sometimes) mask |= bitOf(key);
    return mask;
  };

  const may = new Map<string, bigint>();
  const must = new Map<string, bigint>();
  if (graph.entry !== undefined) {
    may.set(graph.entry, maskOf(start.may.names, start.may.any));
    must.set(graph.entry, maskOf(start.must.names, start.must.any));
  }
  const open = new Set(graph.entry === undefined ? [] : [graph.entry]);
  for (const id of open) {
    open.delete(id);
    const node = graph.nodes.get(id);
    if (!node) continue;
    for (const { outcome, to } of edgesOf(graph, id)) {
      const writes = writesOn(node, outcome, context);
      const nextMay = (may.get(to) ?? 0n) | (may.get(id) as bigint) | written(writes);
      const arriving = (must.get(id) as bigint) | written(writes, true);
      const before = must.get(to);
      const nextMust = before === undefined ? arriving : meet(before, arriving);
      if (nextMay === may.get(to) && nextMust === before) continue;
      may.set(to, nextMay);
      must.set(to, nextMust);
      open.add(to);
    }
  }

  const places = new Map<string, LintNode>();
  for (const node of graph.nodes.values()) for (const child of node.children) places.set(child.id, node);
  const masksAt = (id: string): { may: bigint; must: bigint } => {
    const page = places.get(id);
    const from = page?.id ?? id;
    const earlier = page
      ? page.children.slice(
          0,
          page.children.findIndex((child) => child.id === id),
        )
      : [];
    const adds = earlier.reduce((mask, child) => mask | written(writesOn(child, undefined, context)), 0n);
    return { may: (may.get(from) ?? 0n) | adds, must: (must.get(from) ?? 0n) | adds };
  };
  return {
    before(id) {
      const masks = masksAt(id);
      return { may: keysOf(masks.may), must: keysOf(masks.must) };
    },
    has(id, key) {
      const masks = masksAt(id);
      // `customer._id` is in `customer` as well as under its own name.
      const mask = ANY | (bits.get(key) ?? 0n) | (key.includes('.') ? (bits.get(key.slice(0, key.indexOf('.'))) ?? 0n) : 0n);
      return { may: (masks.may & mask) !== 0n, must: (masks.must & mask) !== 0n };
    },
    get anywhere() {
      const ends = [SUCCESS_NODE_ID, FAILURE_NODE_ID].map((id) => keysOf(may.get(id) ?? 0n));
      const nodes = [...graph.nodes.values()]
        .filter(({ id }) => graph.reached.has(id))
        .map((node) => keysOf(written(writesOn(node, undefined, context))));
      return union([...ends, ...nodes]);
    },
  };
}

/** Keys of both; a side that may hold anything holds what the other does. */
function meet(a: bigint, b: bigint): bigint {
  if (a & ANY && b & ANY) return a & b;
  if (a & ANY) return b;
  return b & ANY ? a : a & b;
}

/** What a node writes when it is left by an outcome; without one: whatever it may write. */
export function writesOn(node: LintNode, outcome: string | undefined, context: LintContext): Writes {
  return writesOf(node, outcome, context, innerWrites);
}

/** Journeys that are being looked at: one that runs itself would be looked at without end. */
const open = new Set<string>();

/** What an inner journey leaves when it ends in the outcome: at its Success for `true`, at its Failure for `false`, else anywhere. */
function innerWrites(node: LintNode, outcome: string | undefined, context: LintContext): Writes {
  const name = typeof node.config.tree === 'string' ? node.config.tree : '';
  const inner = name === '' ? undefined : otherJourney(context, name);
  if (!inner || inner === context || open.has(name)) return { keys: [], any: true };
  open.add(name);
  try {
    const flow = flowFrom(inner, { may: NO_KEYS, must: NO_KEYS });
    const end = outcome === 'true' ? SUCCESS_NODE_ID : outcome === 'false' ? FAILURE_NODE_ID : undefined;
    const left = end === undefined ? flow.anywhere : flow.before(end).may;
    const sure = end === undefined ? NO_KEYS : flow.before(end).must;
    return {
      keys: [...left.names].map((key): Write => ({ key, scope: 'shared', sometimes: sure.names.has(key) ? undefined : true })),
      any: left.any,
    };
  } finally {
    open.delete(name);
  }
}
