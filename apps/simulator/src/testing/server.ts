import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Realm } from '@tandem/journey';
import type { Router } from 'express';
import { onTestFinished } from 'vitest';
import { isAdmitted } from '../admin/access.ts';
import { Admin } from '../admin/admin.ts';
import { createListener } from '../app.ts';
import { createPages } from '../http/designer.ts';
import { createHub, type HubLimits } from '../live/hub.ts';
import { publishRealms } from '../live/realm-topic.ts';
import type { AppParts } from '../services.ts';
import { openStorage, type Storage } from '../storage/open.ts';
import { temporaryFolder } from './folder.ts';
import { realmWith } from './realm.ts';

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The body as JSON; undefined when it is none. */
  json: unknown;
}

export interface CallOptions {
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: string | Buffer;
  headers?: Record<string, string>;
  /** Without saying beforehand how long the body is. */
  chunked?: boolean;
}

interface TestOptions extends Partial<Omit<AppParts, 'realms' | 'history' | 'hub' | 'pages' | 'admin'>> {
  realm?: Realm;
  /** Makes the administrator's part. */
  admin?: (storage: Storage, admin: Admin) => Promise<Router>;
  hub?: Partial<HubLimits>;
  /** Of the administrator's sessions and attempts, epoch ms. */
  now?: () => number;
}

/** The app on a loopback port with a realm `alpha`; everything ends with the test. */
export async function startTestServer({
  realm = realmWith('alpha', ['Login', 'Other']),
  hub: limits,
  admin: adminPart,
  now,
  ...parts
}: TestOptions = {}) {
  const storage = await openStorage(temporaryFolder());
  await storage.realms.create(realm);
  const hub = createHub(limits);
  publishRealms(hub, storage.realms);
  const admin = new Admin(storage.settings, now);
  const adminRouter = await adminPart?.(storage, admin);
  const server = createServer(
    createListener({
      ...(adminRouter ? { adminRouter } : {}),
      admin,
      realms: storage.realms,
      history: storage.history,
      sealer: storage.sealer,
      hub,
      pages: createPages(designerDist(), (req) => isAdmitted(req, admin.sessions)),
      ...parts,
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    hub.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await storage.close();
  });
  const { port } = server.address() as AddressInfo;

  const call = (method: string, path: string, { body, raw, headers = {}, chunked = false }: CallOptions = {}): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const type =
        payload === undefined
          ? {}
          : { 'Content-Type': 'application/json', ...(chunked ? {} : { 'Content-Length': String(Buffer.byteLength(payload)) }) };
      const req = request({ host: '127.0.0.1', port, method, path, headers: { ...type, ...headers } }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('error', reject);
        res.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: res.statusCode ?? 0, headers: res.headers, text, json: parsed(text) });
        });
      });
      req.on('error', reject);
      // A write before the end makes Node choose chunks.
      if (chunked) req.write(payload);
      req.end(chunked ? undefined : payload);
    });
  return {
    call,
    port,
    url: `http://127.0.0.1:${port}`,
    admin,
    settings: storage.settings,
    hub,
    realms: storage.realms,
    history: storage.history,
    sealer: storage.sealer,
    runs: storage.runs,
  };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What a build of the designer looks like. */
function designerDist(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Designer</title>');
  writeFileSync(join(folder, 'login.html'), '<title>Login</title>');
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'export {};');
  return folder;
}
