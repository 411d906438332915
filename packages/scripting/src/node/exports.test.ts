import { expect, test } from 'vitest';
import { type Found, scriptsIn } from '../testing/exported.ts';
import { testPool } from '../testing/pool.ts';
import { answered, bjensen, hostOf, people } from '../testing/support.ts';
import type { ScriptBindings, ScriptResult } from '../types.ts';

/**
 * Runs every script of a folder in its context: `TANDEM_EXPORTS=<folder>[:<folder>] vitest run packages/scripting/src/node/exports.test.ts`. First as
 * a client meets it, then, when it asked for callbacks, with answers.
 */
const folders = (process.env.TANDEM_EXPORTS ?? '').split(':').filter(Boolean);
const pool = testPool({ timeoutMs: 5000 });

const state: Partial<ScriptBindings> = {
  shared: {
    username: 'bjensen',
    'backchannel-redirectUri': 'https://am.example.com/am/XUI/?authIndexType=transaction',
    'backchannel-sessionProperties': { AMCtxId: 'ctx-1', UserId: bjensen._id },
    'transaction:data': { journeyStatus: 'User has entered their credentials' },
    objectAttributes: { mail: 'bjensen@example.com' },
  },
  properties: {
    // Custom nodes of the recorded exports and of Ping's pages.
    message: 'Done',
    journeyStatusKey: 'transaction:notify',
    journeyStatusProperty: 'journeyStatus',
    journeyStatusValue: 'checking',
    displayFormat: 'JSON',
    a: [1, 2, 3],
    b: [4, 5, 6],
    operator: 'ADD',
    audience: 'aud',
    issuer: 'iss',
    validity: 5,
    signingkey: 'esv.signing.key',
    callback: 'NAME_CALLBACK',
    options: { prompt: 'Name' },
    attributeListProperty: ['username'],
    backchannelStateProperty: 'backchannel:data',
  },
};

const host = () => hostOf(people, { variable: (name) => (name === 'esv.signing.key' ? 'c2VjcmV0' : undefined) });
const answers = (result: ScriptResult) =>
  result.callbacks.map(({ type, output }) => ({ ...answered(type, type === 'NameCallback' ? 'bjensen' : 0), output }));

/** What came of it, in a few words. */
function told({ status, error, callbacks, outcome, config }: ScriptResult): string {
  if (status !== 'ok') return `failed: ${error?.message ?? status}${error?.line === undefined ? '' : ` [line ${error.line}]`}`;
  if (callbacks.length > 0) return `ran: sends ${callbacks.map(({ type }) => type).join(', ')}`;
  return config === undefined ? `ran: outcome ${JSON.stringify(outcome)}` : `ran: config with ${Object.keys(config ?? {}).length} keys`;
}

async function attempt({ effect }: Found): Promise<string> {
  if (!effect) return 'no script of a journey node: not run';
  const first = await pool.run(effect.source, state, effect, host());
  if (first.callbacks.length === 0) return told(first);
  const second = await pool.run(effect.source, { ...state, callbacks: answers(first) }, effect, host());
  return `${told(first)}; answered: ${told(second)}`;
}

test.skipIf(folders.length === 0)('every script of TANDEM_EXPORTS runs, or fails as on AIC', { timeout: 120_000 }, async () => {
  const rows: string[] = [];
  for (const script of folders.flatMap(scriptsIn)) rows.push(`| ${script.file} | ${script.name} | ${script.context} | ${await attempt(script)} |`);
  process.stdout.write(`\n| file | script | context | result |\n|---|---|---|---|\n${rows.join('\n')}\n`);
  expect(rows.filter((row) => row.includes('ran longer') || row.includes('worker ended'))).toEqual([]);
});
