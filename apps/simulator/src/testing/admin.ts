import type { Admin } from '../admin/admin.ts';
import { openAdmin } from '../admin/open.ts';
import { ensureAdmin } from '../admin/password.ts';
import type { Storage } from '../storage/open.ts';
import type { CallOptions, Reply, TestServer } from './server.ts';
import { startTestServer } from './server.ts';

export const PASSWORD = 'a test password';

type Json = Record<string, unknown>;
export type AdminReply = Omit<Reply, 'json'> & { json: Json };

/** The administrator's part of a server. */
async function adminOn({ realms, settings, sealer }: Pick<Storage, 'realms' | 'settings' | 'sealer'>, admin: Admin) {
  await ensureAdmin(settings, PASSWORD);
  return openAdmin({ realms, settings, sealer, publicUrl: undefined, admin });
}

/** A server with the configuration REST, and calls that amadmin sends to the realm alpha. */
export async function startConfig(options: Parameters<typeof startTestServer>[0] = {}) {
  const server = await startTestServer({ ...options, admin: adminOn });
  const { tokenId } = (await signIn(server)).json;
  const cookie = `iPlanetDirectoryPro=${String(tokenId)}`;
  const at = (path: string): string => (path.startsWith('/') ? path : `/am/json/realms/root/realms/alpha/${path}`);
  const ask = async (method: string, path: string, body?: unknown, more: CallOptions = {}): Promise<AdminReply> =>
    (await server.call(method, at(path), { ...(body === undefined ? {} : { body }), ...more, headers: { cookie, ...more.headers } })) as AdminReply;
  const realm = () => {
    const stored = server.realms.load('alpha');
    if (!stored) throw new Error('There is no realm alpha.');
    return stored.realm;
  };
  return { ...server, cookie, ask, realm };
}

export async function signIn(server: TestServer, password = PASSWORD): Promise<AdminReply> {
  const headers = { 'X-OpenAM-Username': 'amadmin', 'X-OpenAM-Password': password };
  return (await server.call('POST', '/am/json/realms/root/authenticate', { body: {}, headers })) as AdminReply;
}

export const TREES = 'realm-config/authentication/authenticationtrees/trees';
export const NODES = 'realm-config/authentication/authenticationtrees/nodes';
