import type { Target } from '../callbacks/index.ts';

/** What the address of a sign-in page asks for. */
export interface LoginRequest {
  /** AM's context: what stands before /XUI/ (or /UI/), e.g. "/am" or "/sim/1/am". */
  base: string;
  /** Id of the simulation, null in the live realm. */
  simulation: string | null;
  realm: string;
  target: Target;
  /** Other parameters of AM that go along with the first call. */
  parameters: [string, string][];
}

const PASSED_ON = ['ForceAuth', 'noSession', 'goto', 'gotoOnFail', 'locale'];
const DEFAULT_REALM = 'alpha';

/** Reads the page's address; AM's login page takes its parameters from the query and from the fragment (`#login/?realm=...`) alike. */
export function readLocation(location: Pick<Location, 'pathname' | 'search' | 'hash'>): LoginRequest {
  const base = /^(.*?)\/(?:XUI|UI)(?:\/|$)/i.exec(location.pathname)?.[1] ?? '/am';
  const fragment = location.hash.includes('?') ? location.hash.slice(location.hash.indexOf('?')) : '';
  const [query, hash] = [new URLSearchParams(location.search), new URLSearchParams(fragment)];
  const parameter = (name: string) => query.get(name) ?? hash.get(name);
  const parameters = PASSED_ON.flatMap((name): [string, string][] => {
    const value = parameter(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    base,
    simulation: decodeURIComponent(/^\/sim\/([^/]+)\//.exec(location.pathname)?.[1] ?? '') || null,
    realm: parameter('realm') || DEFAULT_REALM,
    target: targetOf(parameter('suspendedId'), parameter('authIndexType'), parameter('authIndexValue'), parameter('service')),
    parameters,
  };
}

function targetOf(suspended: string | null, type: string | null, value: string | null, service: string | null): Target {
  // Where a journey was suspended it goes on, whatever else the address names.
  if (suspended) return { type: 'suspended', value: suspended };
  if (type === null || value === null) return service ? { type: 'service', value: service } : { type: 'default' };
  if (type === 'service' || type === 'transaction') return { type, value };
  return { type: 'other', index: type, value };
}
