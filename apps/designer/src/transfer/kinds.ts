const KINDS: Record<string, readonly [one: string, many: string]> = {
  journeys: ['Journey', 'journeys'],
  nodes: ['Node (inner ones included)', 'nodes (inner ones included)'],
  scripts: ['Script', 'scripts'],
  nodeTypes: ['Custom node', 'custom nodes'],
  emailTemplates: ['Email template', 'email templates'],
  themes: ['Theme', 'themes'],
  socialIdentityProviders: ['Social provider', 'social providers'],
  saml2Entities: ['SAML entity', 'SAML entities'],
  circlesOfTrust: ['Circle of trust', 'circles of trust'],
  variables: ['Variable', 'variables'],
  pingOneWorkers: ['PingOne worker', 'PingOne workers'],
};

/** "Journey", "Email template". */
export const kindName = (kind: string): string => KINDS[kind]?.[0] ?? kind;

/** "1 SAML entity", "2 SAML entities": words in capitals keep them. */
export function counted(kind: string, count: number): string {
  const [one, many] = KINDS[kind] ?? [kind, kind];
  return `${count} ${count === 1 ? (/^(SAML|PingOne)/.test(one) ? one : one.toLowerCase()) : many}`;
}

/** "2 journeys, 1 script" */
export function countedAll(things: readonly { kind: string }[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of things) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => counted(kind, count)).join(', ');
}
