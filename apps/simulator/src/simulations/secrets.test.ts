import { randomBytes } from 'node:crypto';
import { isSealed, type ScriptEffect, type ScriptResult } from '@tandem/nodes';
import { describe, expect, it } from 'vitest';
import { createSealer } from '../storage/sealer.ts';
import { knownKeys, plainTexts } from './plain-texts.ts';
import { maskedParts, sealedPart } from './sealed-texts.ts';
import { OpenedSecrets, openedFor } from './secrets.ts';

const sealer = createSealer(randomBytes(32));
const empty: ScriptResult = { status: 'ok', callbacks: [], sessionProperties: {}, reads: [], writes: [], identityWrites: [], logs: [] };

function knowing(secrets: string[], plain?: (text: string) => boolean, outcome?: (text: string) => boolean): OpenedSecrets {
  const opened = new OpenedSecrets(sealer, plain, outcome);
  expect(opened.open(secrets.map((secret) => sealer.seal(secret)))).toEqual(secrets);
  return opened;
}
function written(
  value: ScriptResult['writes'][number] extends infer W ? (W extends { value: infer V } ? V : never) : never,
  secrets: string[],
  plain?: (text: string) => boolean,
) {
  const [write] = knowing(secrets, plain).seal({ ...empty, writes: [{ op: 'put', scope: 'shared', key: 'k', value }] }).writes;
  return write?.op === 'put' ? write.value : undefined;
}

describe('sealing', () => {
  it.each(['true', 'ok', 'error', 'shared', 'put', 'k', 'info', 'a'])('touches nothing that the engine reads when the secret is "%s"', (secret) => {
    const result: ScriptResult = {
      ...empty,
      status: 'ok',
      outcome: secret,
      identifiedUser: secret,
      reads: [secret, 'k'],
      writes: [
        { op: 'put', scope: 'shared', key: secret, value: 7 },
        { op: 'remove', key: secret },
      ],
      sessionProperties: { [secret]: null },
      identityWrites: [{ id: secret, record: { _id: secret, kind: 'user', userName: secret } }],
      callbacks: [{ type: 'PollingWaitCallback', output: [{ name: 'waitTime', value: secret }], input: [] }],
      logs: [{ level: 'info', message: 'm' }],
    };
    expect(knowing([secret], undefined, (text) => text === secret).seal(result)).toEqual(result);
  });

  it('seals the secret part of texts that the engine passes on as texts, and opens it again', () => {
    const result: ScriptResult = {
      ...empty,
      outcome: 'no s3cret(1 outcome',
      config: { secondsToWait: 5, waitingMessage: { en: 's3cret(1 and {{time}}, s3cret(1' }, list: ['x', 's3cret(1'] },
      stage: 's3cret(1',
      header: 'plain',
      description: '<s3cret(1>',
      errorMessage: 'no s3cret(1',
      lockoutMessage: 'ok',
      suspend: { message: 'wait for s3cret(1', minutes: 5 },
      sessionProperties: { a: 's3cret(1', b: 'plain', c: null, d: 'ok' },
    };
    const sealed = knowing(['s3cret(1', 'ok']).seal(result);
    expect(JSON.stringify(sealed)).not.toMatch(/s3cret|"ok"[^,]/);
    expect(sealed).toMatchObject({ header: 'plain', sessionProperties: { b: 'plain', c: null } });
    expect((sealed.config as { waitingMessage: { en: string } }).waitingMessage.en).toMatch(/^~a1\.[\w-]+~ and \{\{time\}\}, ~a1\.[\w-]+~$/);
    expect(maskedParts(sealed.description ?? '')).toBe('<••••>');
    expect(openedFor(sealed, sealer)).toEqual(result);
    // The next script gets them opened, and what it makes of them is sealed as well.
    const next = new OpenedSecrets(sealer);
    expect(next.open(sealed.sessionProperties)).toEqual(result.sessionProperties);
    expect(next.seal({ ...empty, logs: [{ level: 'info', message: 'it is s3cret(1' }] }).logs).toEqual([{ level: 'info', message: 'it is ••••' }]);
  });

  it('a part that opens nowhere here stays as it is', () => {
    const there = sealedPart('s3cret', sealer.within('there'));
    expect(openedFor(`<${there}>`, sealer)).toBe(`<${there}>`);
    expect(openedFor('~a1.too-short~', sealer)).toBe('~a1.too-short~');
  });

  it('seals texts that contain a secret, at any depth, and opens them for the client', () => {
    const value = { list: [1, 'x-s3cret-x', { json: JSON.stringify({ p: 's3cret' }) }], other: 'plain' };
    const sealed = written(value, ['s3cret']);
    expect(JSON.stringify(sealed)).not.toContain('s3cret');
    expect(sealed).toMatchObject({ other: 'plain' });
    expect(openedFor(sealed, sealer)).toEqual(value);
  });

  it('finds a secret within JSON, where its spelling is another', () => {
    expect(isSealed(written(JSON.stringify({ p: 'a"b\\c' }), ['a"b\\c']))).toBe(true);
  });

  it('seals a number that a secret was made into, and opens it as a number', () => {
    const sealed = written({ pin: 48151623, padded: 42, other: 4815 }, ['48151623', '0042']);
    expect(sealed).toEqual({ pin: expect.objectContaining({ number: true }), padded: expect.objectContaining({ number: true }), other: 4815 });
    expect(openedFor(sealed, sealer)).toEqual({ pin: 48151623, padded: 42, other: 4815 });
    expect(new OpenedSecrets(sealer).open(sealed)).toEqual({ pin: 48151623, padded: 42, other: 4815 });
    expect(written(7, ['7'])).toBe(7);
    expect(written(2024, ['2024'], (text) => text === '2024')).toBe(2024);
  });

  it('seals the secret part of a key, at any depth, and opens it for the client and the next script', () => {
    const value = { s3cret: 1, list: [{ 'x-s3cret': 'plain' }], mail: 'b@example.com' };
    const sealed = written(value, ['s3cret']);
    expect(JSON.stringify(sealed)).not.toContain('s3cret');
    expect(sealed).toMatchObject({ mail: 'b@example.com' });
    expect(openedFor(sealed, sealer)).toEqual(value);
    const next = new OpenedSecrets(sealer);
    expect(next.open(sealed)).toEqual(value);
    expect(next.seal({ ...empty, logs: [{ level: 'info', message: 's3cret' }] }).logs[0]?.message).toBe('••••');
  });

  it('leaves the keys of a whole state that was replaced: other nodes know them', () => {
    const { writes } = knowing(['s3cret']).seal({ ...empty, writes: [{ op: 'replace', scope: 'shared', value: { s3cret: { s3cret: 's3cret' } } }] });
    const value = writes[0]?.op === 'replace' ? writes[0].value : {};
    expect(Object.keys(value)).toEqual(['s3cret']);
    expect(JSON.stringify(value.s3cret)).not.toContain('s3cret');
  });

  it('leaves a key that the script knows by name', () => {
    const bindings = { shared: { objectAttributes: { mail: 'x' }, p: sealer.seal('surname') } };
    const named = knownKeys({ source: 'nodeState.putShared("a", { username: 1 });', bindings } as unknown as ScriptEffect);
    expect(['username', 'mail', 'putShared', 'surname', 'user'].map(named)).toEqual([true, true, true, false, false]);
    const opened = new OpenedSecrets(sealer, undefined, undefined, named);
    opened.open([sealer.seal('username'), sealer.seal('surname')]);
    const [write] = opened.seal({ ...empty, writes: [{ op: 'put', scope: 'shared', key: 'k', value: { username: 1, surname: 2 } }] }).writes;
    expect(Object.keys(write?.op === 'put' ? (write.value as object) : {})).toEqual(['username', expect.stringMatching(/^~a1\./)]);
  });

  it('takes a short secret as a whole only', () => {
    expect(written('book', ['ok'])).toBe('book');
    expect(isSealed(written('ok', ['ok']))).toBe(true);
    expect(written('', [''])).toBe('');
  });

  it('leaves texts that the script has from elsewhere', () => {
    const effect = {
      source: 'nodeState.putShared("mfa", "true"); var q = \'it\';',
      bindings: { shared: { username: 'demo', p: sealer.seal('demo') } },
    };
    const people = {
      all: (kind: string) => (kind === 'user' ? [{ _id: '1', kind: 'user' as const, userName: 'demo', mail: 'demo@example.com' }] : []),
    };
    const plain = plainTexts(effect as unknown as ScriptEffect, people);
    for (const text of ['demo', 'demo@example.com']) expect(written(text, ['demo'], plain)).toBe(text);
    expect(written('true', ['true'], plain)).toBe('true');
    expect(written('it', ['it'], plain)).toBe('it');
    expect(isSealed(written('xdemo', ['demo'], plain))).toBe(true);
  });

  it('blots secrets of four characters and more out of the log', () => {
    const logs = [{ level: 'info' as const, message: 'secret secret2 ok "a\\"bc"' }];
    const { logs: clean, error } = knowing(['secret', 'secret2', 'ok', 'a"bc']).seal({
      ...empty,
      status: 'error',
      error: { message: 'no secret', line: 3 },
      logs,
    });
    expect(clean).toEqual([{ level: 'info', message: '•••• •••• ok "••••"' }]);
    expect(error).toEqual({ message: 'no ••••', line: 3 });
  });

  it('blots a shorter one where it is the whole line, unless the script has that text from elsewhere', () => {
    const logged = (message: string, plain?: (text: string) => boolean) =>
      knowing(['042'], plain).seal({ ...empty, logs: [{ level: 'info', message }] }).logs[0]?.message;
    expect([logged('042'), logged('0421'), logged('042', () => true)]).toEqual(['••••', '0421', '042']);
  });
});

it('a look-alike of a sealed value stays as it is, and so does a seal of another simulation', () => {
  const here = sealer.within('here');
  for (const value of [{ a: { $sealed: 'made up', empty: false } }, { a: sealer.within('there').seal('s3cret') }]) {
    expect(openedFor(value, here)).toEqual(value);
    expect(new OpenedSecrets(here).open(value)).toEqual(value);
  }
});
