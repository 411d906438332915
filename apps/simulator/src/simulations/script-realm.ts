import type { SimulationState } from '@tandem/engine';
import { type HttpStub, own, type Realm, scriptBody } from '@tandem/journey';
import type { ScriptHostOptions } from '@tandem/scripting';
import { secretPlace } from '../realms/contents-routes.ts';
import type { Sealer } from '../storage/sealer.ts';

type Control = Pick<SimulationState, 'faults' | 'stubs'>;
type RealmAccess = Required<Pick<ScriptHostOptions, 'http' | 'variable' | 'secret' | 'library'>>;

/**
 * What scripts read of their realm: HTTP stubs, ESVs, secrets and library scripts.
 *
 * @param control what is laid over it in this simulation
 * @param sealer opens the realm's secrets, at the place where the realm's screen seals them
 * @param opened is told each secret that a script gets, so that it stays out of logs
 */
export function realmAccess(realm: Realm, control: Control, sealer: Sealer, opened: (secret: string) => void): RealmAccess {
  return {
    http: ({ method, uri }) => {
      const fault = control.faults?.find((one) => one.kind === 'http' && fitsPattern(one.url, uri));
      if (fault?.kind === 'http') return { status: fault.status, headers: {}, body: '', isFault: true };
      const stub = findStub({ ...realm.stubs, ...control.stubs }, method, uri);
      if (!stub) return undefined;
      const headers = Object.fromEntries(Object.entries(stub.headers ?? {}).map(([name, value]) => [name, [value]]));
      return { status: stub.status, headers, body: stub.body, ...(stub.delayMs === undefined ? {} : { delayMs: stub.delayMs }) };
    },
    variable: (name) => variable(realm, name),
    secret: (id) => {
      const stored = own(realm.secrets, id);
      if (!stored) return undefined;
      const secret = openedOr(stored.value, sealer.within(secretPlace(realm.name)));
      opened(secret);
      return secret;
    },
    library: (name) => {
      const script = Object.values(realm.scripts).find((one) => one.name === name && one.context === 'LIBRARY');
      return script && scriptBody(script);
    },
  };
}

/** Scripts write `esv.my.variable` where the ESV's id is `esv-my-variable`; nothing else is shown (facts 6.4: prefix `esv.`). */
function variable(realm: Realm, name: string): string | undefined {
  if (!name.startsWith('esv.') && !name.startsWith('esv-')) return undefined;
  const record = own(realm.variables, name.replaceAll('.', '-')) ?? own(realm.variables, name);
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  if (typeof record.valueBase64 === 'string') return Buffer.from(record.valueBase64, 'base64').toString('utf8');
  return typeof record.value === 'string' ? record.value : undefined;
}

/** A secret that came with a file is no ciphertext of ours. */
function openedOr(value: string, sealer: Sealer): string {
  try {
    return sealer.open({ $sealed: value, empty: false });
  } catch {
    return value;
  }
}

/** The stub that says most about a URL: the one with the longest pattern, of those one that names the method, and of those the newest: a simulation's own
 * comes after the realm's. */
function findStub(stubs: Record<string, HttpStub | null>, method: string, uri: string): HttpStub | undefined {
  const fitting = Object.values(stubs)
    .reverse()
    .filter((stub) => stub !== null)
    .filter((stub) => (stub.method === '*' || stub.method.toUpperCase() === method) && fitsPattern(stub.url, uri));
  return fitting.sort((a, b) => b.url.length - a.url.length || Number(a.method === '*') - Number(b.method === '*'))[0];
}

/** Whether a text fits a pattern in which `*` stands for any characters; in time linear to both. */
export function fitsPattern(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return text === pattern;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
