import { NO_INPUTS, type RunInputs } from './inputs.ts';

const placeOf = (realm: string, script: string) => `tandem.script-run:${realm}/${script}`;

/** Passwords and codes stand in these: they last as long as the page, and are not written to the browser's storage. */
const SECRET = { transient: NO_INPUTS.transient, secure: NO_INPUTS.secure };

/** What was typed for this script the last time, in this browser. */
export function keptInputs(realm: string, script: string): RunInputs {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(realm, script)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return NO_INPUTS;
    const texts = Object.entries(kept).filter(([name, value]) => name in NO_INPUTS && typeof value === 'string');
    return { ...NO_INPUTS, ...Object.fromEntries(texts) };
  } catch {
    return NO_INPUTS;
  }
}

export function keepInputs(realm: string, script: string, inputs: RunInputs): void {
  try {
    localStorage.setItem(placeOf(realm, script), JSON.stringify({ ...inputs, ...SECRET }));
  } catch {
    // Without storage they last as long as the page.
  }
}
