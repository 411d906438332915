import type { OAuth2Client } from '@tandem/journey';
import type { Form } from '../client-auth.ts';
import { OAuthError } from '../error.ts';
import type { Provider } from '../provider.ts';

/** One way to get tokens: the `grant_type` it is asked for by, and what then happens. The client has shown who it is. */
export interface GrantType {
  readonly grantType: string;
  handle(provider: Provider, client: OAuth2Client, form: Form): Promise<Record<string, unknown>>;
}

/**
 * Which scopes a request gets: those asked for, else the client's defaults.
 * @throws OAuthError invalid_scope when it may not have one of them
 */
export function grantedScopes(client: OAuth2Client, asked: string | undefined): string[] {
  const wanted = asked === undefined || asked.trim() === '' ? client.defaultScopes : asked.trim().split(/\s+/);
  const unknown = wanted.filter((scope) => !client.scopes.includes(scope));
  if (unknown.length > 0) throw new OAuthError('invalid_scope', `Unknown/invalid scope(s): [${unknown.join(', ')}]`);
  if (wanted.length === 0) throw new OAuthError('invalid_scope', 'No scope requested and no default scope configured');
  return [...new Set(wanted)];
}
