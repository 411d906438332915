import { isIPv6 } from 'node:net';
import { resolve } from 'node:path';

export interface Config {
  host: string;
  /** 0: any free one. */
  port: number;
  dataFolder: string;
  /** Base of redirect URIs and QR codes; absent: the request's own address, that on the network where the server listens there. */
  publicUrl?: URL;
  /** First password of amadmin. */
  adminPassword?: string;
  /** How long runs are kept. */
  retention: Retention;
  /** An export to import at start. */
  file?: string;
}

/** What becomes of simulations that have neither name nor pin, and of the live realms' logs; 0: kept for good. */
export interface Retention {
  /** A simulation is deleted so long after it was created; of a live realm's log, events so old. */
  days: number;
  /** Most simulations; the oldest beyond them are deleted. */
  most: number;
}

/** A setting that cannot be used; the message says which, why, and what would do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings.
 * @param args positional arguments: at most one file
 * @param cwd npm runs scripts elsewhere than where the person stands, and says so in INIT_CWD
 * @throws ConfigError
 */
export function readConfig(env: Environment, args: readonly string[], cwd: string): Config {
  const base = env.INIT_CWD || cwd;
  const [file, ...more] = args;
  if (more.length > 0) throw new ConfigError(`One file can be opened at start; these are ${args.length}: ${args.join(', ')}`);
  const publicUrl = readPublicUrl(env.TANDEM_PUBLIC_URL);
  return {
    host: readHost(env.HOST),
    port: readPort(env.PORT),
    dataFolder: resolve(base, env.TANDEM_DATA || '.tandem'),
    retention: { days: readCount(env, 'TANDEM_KEEP_DAYS', 90), most: readCount(env, 'TANDEM_KEEP_RUNS', 10_000) },
    ...(publicUrl ? { publicUrl } : {}),
    ...(env.TANDEM_ADMIN_PASSWORD ? { adminPassword: env.TANDEM_ADMIN_PASSWORD } : {}),
    ...(file === undefined ? {} : { file: resolve(base, file) }),
  };
}

const HOST_NAME = /^[\w.-]{1,253}$/;

function readHost(value: string | undefined): string {
  const host = (value || '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  if (HOST_NAME.test(host) || isIPv6(host)) return host;
  throw new ConfigError(
    `HOST is "${value}"; it must be an address of this machine: 127.0.0.1 for this machine alone, 0.0.0.0 for the network, where amadmin signs in.`,
  );
}

function readPort(value: string | undefined): number {
  if (!value) return 8080;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new ConfigError(`PORT is "${value}"; it must be a number from 0 (any free port) to 65535.`);
}

function readPublicUrl(value: string | undefined): URL | undefined {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.search === '' && url.hash === '') return url;
  throw new ConfigError(`TANDEM_PUBLIC_URL is "${value}"; it must be an address such as https://tandem.example.com.`);
}

function readCount(env: Environment, name: string, fallback: number): number {
  const value = env[name];
  if (!value) return fallback;
  if (/^\d{1,7}$/.test(value)) return Number(value);
  throw new ConfigError(`${name} is "${value}"; it must be a whole number, 0 to keep everything.`);
}
