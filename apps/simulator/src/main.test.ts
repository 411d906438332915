import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyPassword } from './passwords.ts';
import { openStorage } from './storage/open.ts';
import { temporaryFolder } from './testing/folder.ts';
import { openStream } from './testing/stream.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
/** A cold start under load takes a while. */
const TIMEOUT = 60_000;

interface Started {
  child: ChildProcess;
  output(): string;
  /** Resolves with the address in the ready line. */
  ready: Promise<string>;
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

function run(env: Record<string, string>): Started {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', main], { env: { PATH, PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  const exit = once(child, 'close').then(([code, signal]) => ({ code: code as number | null, signal: signal as NodeJS.Signals | null }));
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const url = /Tandem is ready at (\S+)\n/.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    exit.then(() => reject(new Error(`It ended before it was ready:\n${text}`)), reject);
  });
  // Whoever expects the end does not wait for readiness.
  ready.catch(() => undefined);
  return { child, output: () => text, ready, exit };
}

describe('the program', { timeout: TIMEOUT }, () => {
  it('says where it is ready, and ends within a second although somebody watches', async () => {
    const TANDEM_DATA = temporaryFolder();
    const { child, ready, exit, output } = run({ TANDEM_DATA });
    const url = await ready;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(`${url}healthz`)).json()).toEqual({ status: 'ok' });
    const stream = await openStream(`${url}api/events?topics=realm:alpha`);
    const from = Date.now();
    child.kill('SIGTERM');
    expect(await exit).toEqual({ code: 0, signal: null });
    expect(Date.now() - from).toBeLessThan(1_000);
    await stream.ended;
    expect(output()).toMatch(/^The password of amadmin is [\w-]{16} \(shown this once\)\.\nTandem is ready at \S+\n$/);

    const again = run({ TANDEM_DATA });
    await again.ready;
    expect(again.output()).not.toContain('password');
    again.child.kill('SIGINT');
    expect(await again.exit).toEqual({ code: 0, signal: null });
  });

  it('does not share its data folder, and takes it over after a SIGKILL', async () => {
    const TANDEM_DATA = temporaryFolder();
    const first = run({ TANDEM_DATA, TANDEM_ADMIN_PASSWORD: 'Chosen12!' });
    await first.ready;
    expect(first.output()).not.toContain('Chosen12!');
    const second = run({ TANDEM_DATA });
    expect(await second.exit).toEqual({ code: 1, signal: null });
    expect(second.output()).toBe(
      `The data folder ${TANDEM_DATA} is in use by another Tandem (process ${first.child.pid}). Stop that one, or set TANDEM_DATA to another folder.\n`,
    );
    first.child.kill('SIGKILL');
    await first.exit;

    const storage = await openStorage(TANDEM_DATA);
    const admin = (await storage.settings.get('admin')) as { passwordHash: string };
    expect(await verifyPassword('Chosen12!', admin.passwordHash)).toBe(true);
    expect(Object.keys(storage.realms.load('alpha')?.realm.journeys ?? {})).toContain('BackchannelMain');
    await storage.close();
  });

  it('refuses what it cannot do in one clear message', async () => {
    const { exit, output } = run({ TANDEM_DATA: temporaryFolder(), HOST: 'http://0.0.0.0' });
    expect(await exit).toEqual({ code: 1, signal: null });
    expect(output()).toBe(
      'HOST is "http://0.0.0.0"; it must be an address of this machine: 127.0.0.1 for this machine alone, 0.0.0.0 for the network, where amadmin signs in.\n',
    );
  });
});

/** What a run, a sign-in and clients send that nobody may read in a log. */
const SECRETS = {
  admin: 'Chosen12!secret',
  wrong: 'a-guess-of-somebody',
  user: 'Secret12!',
  client: 'client-secret-4711',
  token: 'made-up-token-0815',
};

describe('what the program prints', { timeout: TIMEOUT }, () => {
  it('holds no password, client secret or token, whatever goes well or wrong', async () => {
    const { child, ready, exit, output } = run({ TANDEM_DATA: temporaryFolder(), TANDEM_ADMIN_PASSWORD: SECRETS.admin });
    const url = await ready;
    const send = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Record<string, unknown>> => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await fetch(`${url}${path}`, { method, body: text, headers: { 'Content-Type': 'application/json', ...headers } });
      return (await answer.json().catch(() => ({}))) as Record<string, unknown>;
    };
    const far = { 'X-Forwarded-For': '203.0.113.9' };
    await send('POST', 'api/session', { password: SECRETS.wrong }, far);
    await send('POST', 'api/session', { password: SECRETS.admin }, far);
    await send('POST', 'api/session', `{"password":"${SECRETS.admin}`, far);
    const admin = await send('POST', 'am/json/realms/root/authenticate', {}, { 'X-OpenAM-Username': 'amadmin', 'X-OpenAM-Password': SECRETS.admin });
    const begun = await send('POST', 'am/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=BackchannelMain', {});
    await send('POST', 'am/json/realms/root/realms/alpha/authenticate', { ...begun, password: SECRETS.user });
    await send('POST', 'am/json/realms/root/realms/alpha/authenticate', `{"password":"${SECRETS.user}",`);
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const grant = (secret: string) =>
      send('POST', 'am/oauth2/realms/root/realms/alpha/access_token', 'grant_type=client_credentials&scope=back_channel_authentication', {
        ...form,
        Authorization: `Basic ${Buffer.from(`backchannelGateway:${secret}`).toString('base64')}`,
      });
    await grant(SECRETS.client);
    const tokens = await grant(SECRETS.user);
    await send('POST', 'am/oauth2/realms/root/realms/alpha/introspect', `token=${SECRETS.token}`, {
      ...form,
      Authorization: `Bearer ${SECRETS.token}`,
    });
    await send('PUT', 'api/realms/alpha/clients/backchannelGateway', { secret: SECRETS.client, nonsense: true });
    child.kill('SIGTERM');
    await exit;
    expect(output()).toMatch(/^Tandem is ready at \S+\n/);
    for (const secret of [...Object.values(SECRETS), admin.tokenId, tokens.access_token, begun.authId]) {
      expect(secret).toEqual(expect.any(String));
      expect(output()).not.toContain(String(secret));
    }
  });
});
