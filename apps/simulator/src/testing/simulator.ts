import { copyFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type JsonObject, parseExport, planImport, type Realm, type RealmServices, withScriptBody } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import { createScriptPool } from '@tandem/scripting/node';
import express, { Router } from 'express';
import { onTestFinished } from 'vitest';
import { amDirect } from '../am/direct.ts';
import { RealmKeys } from '../am/oauth2/keys.ts';
import { keysRoutes } from '../am/oauth2/keys-routes.ts';
import { OAuth2 } from '../am/oauth2/provider.ts';
import { amRouter } from '../am/router.ts';
import { firstRunRealm } from '../first-run/index.ts';
import { sendErrors } from '../http/problem.ts';
import { mountRoutes } from '../http/route.ts';
import { hashPasswordSync } from '../passwords.ts';
import { allSimulationRoutes } from '../simulations/all-routes.ts';
import { createEffectDriver } from '../simulations/effects.ts';
import { Simulations } from '../simulations/manager.ts';
import { corsOrigins } from '../simulations/open.ts';
import { openStorage } from '../storage/open.ts';
import type { RealmChange } from '../storage/realm-change.ts';
import type { RunStore } from '../storage/run-store.ts';
import { temporaryFolder } from './folder.ts';

/** The first-run realm, made once: its hashes are slow on purpose. */
const realm = firstRunRealm({ hashPassword: hashPasswordSync });

type Json = Record<string, unknown>;
export interface Callback {
  type: string;
  output?: { name: string; value: unknown }[];
  input?: { name: string; value: unknown }[];
}
export interface Step {
  status: number;
  body: Json & { authId?: string; callbacks?: Callback[]; message?: string; tokenId?: string };
}

/** The simulation part of the server on a loopback port, with what curl would do as methods. */
export interface TestSimulator {
  url: string;
  simulations: Simulations;
  runs: RunStore;
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>;
  create(options?: Json): Promise<TestRun>;
  /** Replaces the source of the first script of this name in the realm. */
  editScript(name: string, source: string): Promise<void>;
  /** Imports an export into the realm. */
  import(file: JsonObject): Promise<void>;
  /** Changes the realm. */
  change(plan: (realm: Realm) => RealmChange): Promise<void>;
  /** Changes settings of the realm's services. */
  services(values: Partial<RealmServices>): Promise<void>;
  /** The user as the realm has it. */
  identity(userName: string): Json | undefined;
  /** Ends the server as it is, and opens its folder again. */
  restart(): Promise<TestSimulator>;
  /** What a SIGKILL leaves: the folder as it is in this very moment, whatever was on its way, opened again. */
  kill(): Promise<TestSimulator>;
  /** Ends it now; it ends with the test anyway. */
  close(): Promise<void>;
}

/** One simulation as its clients see it. */
export interface TestRun {
  id: string;
  base: string;
  start(journey: string, player?: string): Promise<Step>;
  open(redirectUri: string): Promise<Step>;
  /** Sends a body as it is. */
  send(body: unknown): Promise<Step>;
  /** Sends a step back with these values in its inputs, in order. */
  answer(step: Step, ...values: unknown[]): Promise<Step>;
  advance(seconds: number): Promise<Json>;
  log(): Promise<Json[]>;
  state(): Promise<Json>;
}

export async function startSimulator(folder = temporaryFolder()): Promise<TestSimulator> {
  const storage = await openStorage(folder);
  if (!storage.realms.load(realm.name)) await storage.realms.create(realm);
  // More patience than the product has: a busy machine must not fail a test whose script is fine.
  const pool = createScriptPool({ size: 2, timeoutMs: 1500 });
  const simulations = new Simulations({
    realms: storage.realms,
    runs: storage.runs,
    sealer: storage.sealer,
    effects: createEffectDriver(pool, storage.sealer),
  });
  const app = express().disable('x-powered-by');
  const api = Router();
  const keys = new RealmKeys(storage.settings, storage.sealer);
  mountRoutes(api, [...allSimulationRoutes(simulations, storage.runs, storage.sealer), ...keysRoutes(storage.realms, keys)]);
  app.use('/api', api);
  const oauth2 = new OAuth2(storage.settings, keys);
  const am = { simulations, sealer: storage.sealer, publicUrl: undefined, oauth2, origins: () => corsOrigins(storage.realms) };
  app.use(amRouter(am));
  app.use(sendErrors);
  const direct = amDirect(am);
  // As the product does: Node's own 5 s end a connection just as a test that was busy elsewhere uses it again.
  const server = createServer({ keepAliveTimeout: 65_000 }, (req, res) => void (direct(req, res) || app(req, res))).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await simulations.close();
    await pool.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await storage.close();
  };
  onTestFinished(close);

  const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }> => {
    const init = body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Json) };
  };
  return {
    url,
    simulations,
    runs: storage.runs,
    call,
    async create(options = {}) {
      const { status, body } = await call('POST', '/api/simulations', { realm: 'alpha', ...options });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return runOf(call, String(body.id));
    },
    async editScript(name, source) {
      const script = Object.values(storage.realms.load(realm.name)?.realm.scripts ?? {}).find((candidate) => candidate.name.includes(name));
      if (!script) throw new Error(`No script "${name}".`);
      await storage.realms.apply(realm.name, { puts: [{ kind: 'scripts', key: script._id, body: withScriptBody(script, source) }] });
    },
    async import(file) {
      const parsed = parseExport(file);
      await storage.realms.apply(realm.name, ({ realm: current }) => {
        const { puts } = planImport(current, parsed, {}, nodeKnowledge(current));
        return { puts: puts.map(({ kind, key, value }) => ({ kind, key, body: value })) as RealmChange['puts'] };
      });
    },
    async change(plan) {
      await storage.realms.apply(realm.name, ({ realm: current }) => plan(current));
    },
    async services(values) {
      await storage.realms.apply(realm.name, ({ realm: current }) => ({ services: { ...current.services, ...values } }));
    },
    identity: (userName) => Object.values(storage.realms.load(realm.name)?.realm.identities ?? {}).find((identity) => identity.userName === userName),
    async restart() {
      await close();
      return startSimulator(folder);
    },
    close,
    async kill() {
      const left = temporaryFolder();
      // In one go: nothing of this process writes meanwhile. The lock is the process's, and the shared memory file is made anew.
      for (const name of readdirSync(folder)) if (!/lock|-shm$/.test(name)) copyFileSync(join(folder, name), join(left, name));
      await close();
      return startSimulator(left);
    },
  };
}

export function runOf(call: TestSimulator['call'], id: string): TestRun {
  const base = `/sim/${id}/am`;
  const endpoint = '/json/realms/root/realms/alpha/authenticate';
  const post = async (path: string, body?: unknown): Promise<Step> => (await call('POST', path, body)) as Step;
  return {
    id,
    base,
    start: (journey, player) => post(`${player ? `/sim/${id}/as/${player}/am` : base}${endpoint}?authIndexType=service&authIndexValue=${journey}`),
    open: (uri) => post(`${base}${endpoint}${new URL(uri).search}`),
    send: (body) => post(`${base}${endpoint}`, body),
    answer: (step, ...values) => post(`${base}${endpoint}`, filled(step, values)),
    advance: async (seconds) => (await call('POST', `/api/simulations/${id}/clock`, { advanceMs: seconds * 1000 })).body,
    log: async () => (await call('GET', `/api/simulations/${id}/log`)).body.events as Json[],
    state: async () => (await call('GET', `/api/simulations/${id}`)).body,
  };
}

function filled(step: Step, values: unknown[]): Json {
  const left = [...values];
  const callbacks = step.body.callbacks?.map((callback) => ({
    ...callback,
    ...(callback.input
      ? { input: callback.input.map((input, index) => (index === 0 && left.length > 0 ? { ...input, value: left.shift() } : input)) }
      : {}),
  }));
  return { ...step.body, callbacks };
}

/** An output of the first callback of a type. */
export function output(step: Step, type: string, name: string): unknown {
  const callback = step.body.callbacks?.find((candidate) => candidate.type === type);
  return callback?.output?.find((candidate) => candidate.name === name)?.value;
}
