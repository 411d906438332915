import { type BreakpointSetting, breakpointsSchema } from '@tandem/api';
import type { Breakpoint } from '@tandem/engine/view';
import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';

/** The breakpoints of a simulation as its screen lists them: the server knows those that are on, this browser remembers those that are off. */

type Wanted = BreakpointSetting extends infer B ? (B extends BreakpointSetting ? Omit<B, 'id'> : never) : never;
export type BreakpointKind = BreakpointSetting['on'];

export interface Listed {
  breakpoint: BreakpointSetting;
  isOn: boolean;
}

/** As the API has it: times are texts there. */
export function settingOf(breakpoint: Breakpoint): BreakpointSetting {
  return breakpoint.on === 'time' ? { ...breakpoint, at: new Date(breakpoint.at).toISOString() } : breakpoint;
}

/** In an order that switching one off does not change. */
export function listed(on: readonly BreakpointSetting[], off: readonly BreakpointSetting[]): Listed[] {
  const known = new Set(on.map(({ id }) => id));
  const all = [
    ...on.map((breakpoint) => ({ breakpoint, isOn: true })),
    ...off.filter(({ id }) => !known.has(id)).map((breakpoint) => ({ breakpoint, isOn: false })),
  ];
  const order = (one: Listed) => `${KINDS.indexOf(one.breakpoint.on)} ${sameText(one.breakpoint)}`;
  return all.sort((a, b) => order(a).localeCompare(order(b)));
}
const KINDS: readonly BreakpointKind[] = ['node', 'outcome', 'key', 'transaction', 'time'];

/** Two that say the same hold at the same places, whatever their ids. */
function sameText(breakpoint: Wanted): string {
  const { id: _, ...rest } = { id: '', ...breakpoint };
  return JSON.stringify(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );
}
export const isSame = (a: Wanted, b: Wanted): boolean => sameText(a) === sameText(b);

/** Of a canvas: which of its nodes hold a run. One without a journey counts wherever the node is placed. */
export function marksOf(list: readonly Listed[], journey: string): Map<string, 'on' | 'off'> {
  const marks = new Map<string, 'on' | 'off'>();
  for (const { breakpoint, isOn } of list) {
    if (breakpoint.on !== 'node' || (breakpoint.journey !== undefined && breakpoint.journey !== journey)) continue;
    if (isOn || !marks.has(breakpoint.node)) marks.set(breakpoint.node, isOn ? 'on' : 'off');
  }
  return marks;
}

/** Those on a node of a journey, as the canvas shows them. */
export const onNode = (list: readonly Listed[], journey: string, node: string): Listed[] =>
  list.filter(({ breakpoint }) => breakpoint.on === 'node' && breakpoint.node === node && (breakpoint.journey ?? journey) === journey);

const STATES = { CREATED: 'created', IN_PROGRESS: 'in progress', COMPLETED: 'completed' } as const;
const RESULTS = { UNKNOWN: '', APPROVED: ', approved', DENIED: ', denied' } as const;

/** In words. `nameOf`: a node's display name. */
export function breakpointText(breakpoint: Wanted, nameOf: (node: string) => string, timeText: (at: number) => string): string {
  switch (breakpoint.on) {
    case 'node':
      return `Before ${nameOf(breakpoint.node)}`;
    case 'outcome':
      return `After ${nameOf(breakpoint.node)} chose ${breakpoint.outcome}`;
    case 'key':
      return `After ${breakpoint.key} was written`;
    case 'transaction':
      return `When the transaction is ${STATES[breakpoint.state]}${RESULTS[breakpoint.result ?? 'UNKNOWN']}`;
    case 'time':
      return `At ${timeText(Date.parse(breakpoint.at))}`;
  }
}

/** The ends have the same ids in every journey. */
export function endName(node: string): string | null {
  if (node === SUCCESS_NODE_ID) return 'Success';
  return node === FAILURE_NODE_ID ? 'Failure' : null;
}

const place = (simulation: string) => `tandem.breakpoints-off.${simulation}`;

/** Those switched off in this browser; anything else that stands there is none. */
export function readOff(simulation: string): readonly BreakpointSetting[] {
  try {
    const parsed = breakpointsSchema.safeParse({ breakpoints: JSON.parse(localStorage.getItem(place(simulation)) ?? '[]') });
    return parsed.success ? parsed.data.breakpoints : [];
  } catch {
    return [];
  }
}

export function keepOff(simulation: string, off: readonly BreakpointSetting[]): void {
  try {
    if (off.length === 0) localStorage.removeItem(place(simulation));
    else localStorage.setItem(place(simulation), JSON.stringify(off));
  } catch {
    // Without storage they last as long as the page.
  }
}
