import type { IncomingMessage } from 'node:http';
import { hostName, isLoopback } from './security.ts';

/** What a reverse proxy adds to requests that it passes on (RFC 7239, RFC 9110 section 7.6.3, and the customs before them). */
const PASSED_ON = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via', 'cf-connecting-ip', 'true-client-ip'];

/**
 * Whether somebody at this machine sends this, straight to this server: from a loopback address, to a loopback name, and through no proxy. A proxy on
 * this machine speaks from loopback for everybody, so whatever shows one counts: its headers, HTTP/1.0 (what nginx speaks to servers where nobody told
 * it otherwise, without any of these headers), a page of another name.
 */
export function isLocal({ headers, httpVersion, socket }: IncomingMessage): boolean {
  if (!isLoopbackAddress(socket.remoteAddress) || httpVersion === '1.0') return false;
  if (PASSED_ON.some((name) => headers[name] !== undefined)) return false;
  const { host, origin } = headers;
  return isLoopbackName(hostName(host)) && (origin === undefined || !URL.canParse(origin) || isLoopbackName(new URL(origin).hostname));
}

const isLoopbackName = (name: string | undefined): boolean => name !== undefined && isLoopback(name);

function isLoopbackAddress(address = ''): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || isLoopback(plain);
}

/**
 * Whose attempts are counted together, the most exact first. Behind a proxy on this machine a client is the address that the proxy names last; since
 * anybody could have written that, all who come through proxies count together as well.
 */
export function clientsOf(req: IncomingMessage): readonly string[] {
  const address = req.socket.remoteAddress ?? '';
  if (!isLoopbackAddress(address)) return [networkOf(address)];
  if (isLocal(req)) return ['this machine'];
  const named = [req.headers['x-forwarded-for']].flat().join(',').split(',').at(-1)?.trim() ?? '';
  return [`through a proxy ${networkOf(named).slice(0, 64)}`, 'through a proxy'];
}

/** One household or machine has a whole /64 of IPv6 addresses. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
