import { journeyListSchema } from '@tandem/api';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AnswerError, NetworkError, ProblemError, request, requestFile } from './http.ts';
import { customNodePath, designerPath, matchRoute, realmScreenPath, simulationPath } from './router.ts';

const at = (path: string) => matchRoute(new URL(path, 'http://localhost'));
afterEach(() => vi.unstubAllGlobals());

describe('addresses', () => {
  test('lead to their screens and back', () => {
    expect(at('/')).toEqual({ name: 'library' });
    expect(at(designerPath('alpha', 'My journey / 2', 'Other'))).toEqual({
      name: 'designer',
      realm: 'alpha',
      journey: 'My journey / 2',
      beside: 'Other',
    });
    expect(at(simulationPath('7', 'HelpDeskVerify'))).toEqual({ name: 'simulation', id: '7', journey: 'HelpDeskVerify' });
    expect(at(realmScreenPath('alpha', 'people'))).toEqual({ name: 'realm', realm: 'alpha', section: 'people' });
    expect(at(realmScreenPath('a b'))).toEqual({ name: 'realm', realm: 'a b', section: '' });
    expect(at(customNodePath('alpha', 'abc-1', { tab: 'script', from: 'My journey' }))).toEqual({
      name: 'realm',
      realm: 'alpha',
      section: 'custom-nodes',
      item: 'abc-1',
    });
    expect(at('/nowhere')).toEqual({ name: 'not-found', path: '/nowhere' });
  });
});

describe('requests', () => {
  test.each([
    ['attachment; filename="Login.json"', 'Login.json'],
    ['attachment; filename="Login; new \\"2\\".json"', 'Login; new "2".json'],
    [`attachment; filename="??.json"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.json`, '日本.json'],
    ['attachment; filename=Login.json', 'Login.json'],
    ['attachment', null],
  ])('a file has the name that the server gives it: %s', async (header, name) => {
    vi.stubGlobal('fetch', async () => new Response('{}', { headers: { 'content-disposition': header } }));
    expect((await requestFile('/x')).name).toBe(name);
  });

  test('a refusal brings every error that the server named', async () => {
    const problem = { title: 'Refused', status: 422, detail: 'one node is wrong', errors: [{ journey: 'A', node: 'n', field: 'f', message: 'No.' }] };
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(problem), { status: 422 }));
    const error = await request('/x', journeyListSchema).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ message: 'Refused: one node is wrong', errors: [{ node: 'n' }] });
  });

  test('a server that is gone and an answer of another shape are told apart', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('failed')));
    await expect(request('/x', journeyListSchema)).rejects.toBeInstanceOf(NetworkError);
    vi.stubGlobal('fetch', async () => new Response('{"other":1}'));
    await expect(request('/x', journeyListSchema)).rejects.toBeInstanceOf(AnswerError);
  });
});
