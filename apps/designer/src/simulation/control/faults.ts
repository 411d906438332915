import { type FaultSetting, faultsSchema } from '@tandem/api';

/** Faults as the screen lists them: the server knows those that are on, this browser remembers those that are off. */

export interface ListedFault {
  key: string;
  fault: FaultSetting;
  isOn: boolean;
}

/** Always listed: it needs no words of its own. */
const STORE: FaultSetting = { kind: 'identity-store' };

/** Two with the same key are the same fault. */
export function faultKey(fault: FaultSetting): string {
  return JSON.stringify(
    Object.entries(fault)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

const ORDER: readonly FaultSetting['kind'][] = ['identity-store', 'script', 'http', 'clock-skew'];

export function listedFaults(on: readonly FaultSetting[], off: readonly FaultSetting[]): ListedFault[] {
  const all = new Map<string, ListedFault>();
  for (const fault of [STORE, ...off]) all.set(faultKey(fault), { key: faultKey(fault), fault, isOn: false });
  for (const fault of on) all.set(faultKey(fault), { key: faultKey(fault), fault, isOn: true });
  return [...all.values()].sort((a, b) => ORDER.indexOf(a.fault.kind) - ORDER.indexOf(b.fault.kind) || a.key.localeCompare(b.key));
}

export const without = (list: readonly FaultSetting[], key: string): FaultSetting[] => list.filter((fault) => faultKey(fault) !== key);

const place = (simulation: string) => `tandem.faults-off.${simulation}`;

/** Those switched off in this browser; anything else that stands there is none. */
export function readOffFaults(simulation: string): readonly FaultSetting[] {
  try {
    const parsed = faultsSchema.safeParse({ faults: JSON.parse(localStorage.getItem(place(simulation)) ?? '[]') });
    return parsed.success ? parsed.data.faults : [];
  } catch {
    return [];
  }
}

export function keepOffFaults(simulation: string, off: readonly FaultSetting[]): void {
  try {
    if (off.length === 0) localStorage.removeItem(place(simulation));
    else localStorage.setItem(place(simulation), JSON.stringify(off));
  } catch {
    // Without storage they last as long as the page.
  }
}
