import type { LoginRequest } from './location.ts';

/**
 * Where the address wants the browser to go after the sign-in: back to `oauth2/authorize`, for one. On this server the page follows it; anywhere
 * else the person decides, as AM's page follows only what its validation service allows.
 */
export function gotoOf({ parameters }: Pick<LoginRequest, 'parameters'>, origin: string): URL | null {
  const text = parameters.find(([name]) => name === 'goto')?.[1];
  if (!text || !URL.canParse(text, origin)) return null;
  const url = new URL(text, origin);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}
