import { randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Simulations } from '../simulations/manager.ts';
import { createSealer } from '../storage/sealer.ts';
import { startSimulator } from '../testing/simulator.ts';
import { amDirect } from './direct.ts';

const ADDRESS = '/am/json/realms/root/realms/alpha/authenticate';
const OURS = { host: '127.0.0.1:8080' };

function taken(method: string, url: string, headers: Record<string, string>): boolean {
  const simulations = { live: () => Promise.resolve(undefined), find: () => Promise.resolve(undefined) } as unknown as Simulations;
  const direct = amDirect({ simulations, sealer: createSealer(randomBytes(32)), publicUrl: undefined });
  const req = Object.assign(new IncomingMessage(new Socket()), { method, url, headers });
  return direct(req, new ServerResponse(req));
}

describe('authenticate without the app', () => {
  it.each([ADDRESS, `${ADDRESS}?authIndexType=service`, ADDRESS.replace('/am', '/sim/1/am'), ADDRESS.replace('/am', '/sim/1/as/agent/am')])(
    'takes %s',
    (url) => expect(taken('POST', url, OURS)).toBe(true),
  );

  it.each([
    ['another name of the server', 'POST', ADDRESS, { host: 'evil.example' }],
    ['no name at all', 'POST', ADDRESS, {}],
    ['another origin', 'POST', ADDRESS, { ...OURS, origin: 'https://evil.example' }],
    ['a browser that says cross-site', 'POST', ADDRESS, { ...OURS, 'sec-fetch-site': 'cross-site' }],
    ['another method', 'GET', ADDRESS, OURS],
    ['another resource', 'POST', '/am/json/realms/root/realms/alpha/sessions', OURS],
    ['names that have to be decoded', 'POST', ADDRESS.replace('alpha', 'al%70ha'), OURS],
    ['a longer address', 'POST', `${ADDRESS}/more`, OURS],
  ])('leaves to it: %s', (_what, method, url, headers) => expect(taken(method, url, headers)).toBe(false));

  it('answers as the app does', async () => {
    const { url, create } = await startSimulator();
    const { id } = await create();
    const start = async (player: string, realm: string) => {
      const path = `/sim/${id}/as/${player}/am/json/realms/root/realms/${realm}/authenticate?authIndexType=service&authIndexValue=HelpDeskVerify`;
      const answer = await fetch(`${url}${path}`, { method: 'POST', body: '{}' });
      const { callbacks } = (await answer.json()) as { callbacks: unknown };
      const headers = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'link');
      return { status: answer.status, headers, callbacks };
    };
    const direct = await start('agent', 'alpha');
    expect(direct).toEqual(await start('agent', 'al%70ha'));
    expect(direct.headers).toContainEqual(['x-content-type-options', 'nosniff']);
  });
});
