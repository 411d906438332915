import type { FaultSetting, SimEvent } from '@tandem/api';

/** What breakpoints, faults and stubs are called on screen. */

/** "Held before Backchannel Status, at a breakpoint", "Faults are on: the identity store does not answer". */
export function controlText(event: SimEvent): string {
  const { kind, message = '', nodeName } = event;
  if (kind === 'released') return `${message}${nodeName ? `: ${nodeName}` : ''}`;
  if (kind === 'held') {
    if (message.startsWith('Held before')) return `${message}, ${breakpointOf(event) === 'step' ? 'after a step' : 'at a breakpoint'}`;
    return `${message}${nodeName ? ` at ${nodeName}` : ''}, with nothing left to hold`;
  }
  const set = setBy(event);
  if (set.faults !== undefined && set.faults.length > 0) return `Faults are on: ${set.faults.map((fault) => faultText(fault)).join('; ')}`;
  if (set.breakpoints !== undefined) return `Breakpoints: ${counted(set.breakpoints.length)}`;
  if (set.stubs !== undefined) return `HTTP calls that this simulation answers in its own way: ${counted(Object.keys(set.stubs).length)}`;
  return message;
}

const counted = (count: number): string => (count === 0 ? 'none' : String(count));

function breakpointOf({ data }: SimEvent): unknown {
  return typeof data === 'object' && data !== null && 'breakpoint' in data ? data.breakpoint : undefined;
}

/** The lists that an event's patch brings. */
function setBy({ patch }: SimEvent): { breakpoints?: readonly unknown[]; faults?: readonly FaultSetting[]; stubs?: object } {
  const ops = (patch ?? []) as readonly (readonly [path: readonly string[], value?: unknown])[];
  return Object.fromEntries(ops.filter(([path]) => path.length === 1).map(([[name], value]) => [name, value]));
}

/**
 * A fault in plain words.
 *
 * @param scriptName by a script's id or a node's id; default the id itself
 */
export function faultText(fault: FaultSetting, scriptName: (id: string) => string = (id) => id): string {
  switch (fault.kind) {
    case 'identity-store':
      return 'the identity store does not answer';
    case 'script':
      return `${fault.script === undefined ? `the script of ${scriptName(fault.node ?? '')}` : `the script ${scriptName(fault.script)}`} throws`;
    case 'http':
      return `HTTP calls to ${fault.url} are answered ${fault.status}`;
    case 'clock-skew':
      return `the clock of the ${fault.role === 'main' ? 'main' : 'backchannel'} server is ${skewText(fault.ms)}`;
  }
}

/** "5 s ahead". */
function skewText(ms: number): string {
  const size = Math.abs(ms);
  const text = size % 1000 === 0 ? `${size / 1000} s` : `${size} ms`;
  return `${text} ${ms < 0 ? 'behind' : 'ahead'}`;
}
