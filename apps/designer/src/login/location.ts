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
  /** The address is where AM's page signs out. */
  signOut: boolean;
}

const PASSED_ON = ['ForceAuth', 'noSession', 'goto', 'gotoOnFail', 'locale', 'acr_values', 'acr'];
const DEFAULT_REALM = 'alpha';
/** Short parameters of AM's login page and the index types they stand for, in the order in which it looks for them. */
const SHORT: readonly (readonly [string, string])[] = [
  ['service', 'service'],
  ['authlevel', 'level'],
  ['module', 'module_instance'],
  ['user', 'user'],
];

/** Reads the page's address; AM's login page takes its parameters from the query and from the fragment (`#login/?realm=...`) alike. */
export function readLocation(location: Pick<Location, 'pathname' | 'search' | 'hash'>): LoginRequest {
  const base = /^(.*?)\/(?:XUI|UI)(?:\/|$)/i.exec(location.pathname)?.[1] ?? '/am';
  const route = readRoute(location.hash);
  const query = new URLSearchParams(location.search);
  const parameter = (name: string) => route.parameters.get(name) ?? query.get(name);
  const parameters = PASSED_ON.flatMap((name): [string, string][] => {
    const value = parameter(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    base,
    simulation: decodeURIComponent(/^\/sim\/([^/]+)\//.exec(location.pathname)?.[1] ?? '') || null,
    realm: parameter('realm') || route.realm || DEFAULT_REALM,
    target: route.journey === null ? targetOf(parameter) : { type: 'service', value: route.journey },
    parameters,
    signOut: route.name === 'logout',
  };
}

interface Route {
  /** "login", "service", "logout", or "". */
  name: string;
  realm: string | null;
  journey: string | null;
  parameters: URLSearchParams;
}

/**
 * The fragment: `#login/alpha&service=X` and `#login/?realm=/alpha&service=X` of AM's own page, `#/service/X` and `#-service/X` of AIC's, whose
 * journeys link to each other that way, `#/?suspendedId=X`, `#logout/`.
 */
function readRoute(hash: string): Route {
  const [, path = '', rest = ''] = /^#?([^?&]*)[?&]?(.*)$/s.exec(hash) ?? [];
  const [name = '', ...names] = path.split(/^-|\//).filter(Boolean).map(decoded);
  return {
    name,
    realm: name === 'login' && names.length > 0 ? `/${names.join('/')}` : null,
    journey: name === 'service' && names.length > 0 ? names.join('/') : null,
    parameters: new URLSearchParams(rest),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function targetOf(parameter: (name: string) => string | null): Target {
  // Where a journey was suspended it goes on, whatever else the address names.
  const suspended = parameter('suspendedId');
  if (suspended) return { type: 'suspended', value: suspended };
  const [type, value] = [parameter('authIndexType'), parameter('authIndexValue')];
  if (type !== null && value !== null) return type === 'service' || type === 'transaction' ? { type, value } : { type: 'other', index: type, value };
  for (const [name, index] of SHORT) {
    const short = parameter(name);
    if (short) return index === 'service' ? { type: 'service', value: short } : { type: 'other', index, value: short };
  }
  return { type: 'default' };
}
