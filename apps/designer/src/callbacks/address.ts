/** Where an AM is and what to run there, read from an address such as `/sim/1/am/XUI/?realm=/alpha&authIndexType=service&authIndexValue=Login`. */

export type Target =
  | { type: 'service' | 'transaction'; value: string }
  | { type: 'default' }
  /** A suspended journey, by the id in its link. */
  | { type: 'suspended'; value: string }
  | { type: 'other'; index: string; value: string };

/**
 * `realms/root/realms/alpha` for any spelling of a realm: "/alpha", "alpha", "%2Falpha", "/root/alpha", "realms/root/realms/alpha". "", "/" and
 * "root" are the root realm.
 */
export function realmPath(realm: string): string {
  let plain = realm;
  try {
    plain = decodeURIComponent(realm);
  } catch {
    // A lone "%" is not an escape; take the text as it is.
  }
  const parts = plain.split('/').filter(Boolean);
  const names = parts[0] === 'realms' ? parts.filter((part, index) => index % 2 === 1 || part !== 'realms') : parts;
  const below = names[0] === 'root' ? names.slice(1) : names;
  return ['realms/root', ...below.map((name) => `realms/${encodeURIComponent(name)}`)].join('/');
}

function targetParameters(target: Target): [string, string][] {
  if (target.type === 'default') return [];
  if (target.type === 'suspended') return [['suspendedId', target.value]];
  return [
    ['authIndexType', target.type === 'other' ? target.index : target.type],
    ['authIndexValue', target.value],
  ];
}

/** URL of the first `authenticate` call. */
export function authenticateUrl(base: string, realm: string, target: Target, extra: readonly [string, string][] = []): string {
  const query = new URLSearchParams([...targetParameters(target), ...extra]).toString();
  return `${base}/json/${realmPath(realm)}/authenticate${query ? `?${query}` : ''}`;
}

/** The transaction that a redirect URI opens, null for any other address. */
export function transactionOf(redirectUri: string): string | null {
  const parameters = parametersOf(redirectUri);
  return parameters.get('authIndexType') === 'transaction' ? parameters.get('authIndexValue') : null;
}

/** The id under which a link finds its suspended journey, null for any other address. */
export function suspendedOf(link: string): string | null {
  return parametersOf(link).get('suspendedId') || null;
}

function parametersOf(address: string): URLSearchParams {
  return new URLSearchParams(address.split('?')[1]?.split('#')[0] ?? '');
}
