import { describe, expect, test } from 'vitest';
import { copyAs, LANGUAGES, type Place } from './texts.ts';

const base = 'http://127.0.0.1:8080/sim/7/am';
const journey: Place = { base, realm: 'alpha', target: { type: 'service', value: 'Help Desk' } };
const transaction: Place = { base, realm: '/alpha', target: { type: 'transaction', value: 'b3070138-cd73' } };

describe('a journey', () => {
  test('curl starts it by its name, and sends steps back with the cookies', () => {
    const text = copyAs('curl', journey);
    expect(text).toContain(`-X POST '${base}/json/realms/root/realms/alpha/authenticate?authIndexType=service&authIndexValue=Help+Desk'`);
    expect(text).toContain("-d '{}' > step.json");
    expect(text).toContain('-d @step.json');
  });
  test('the SDKs get the base as each of them wants it, the realm without a slash, and the name', () => {
    expect(copyAs('JavaScript', journey)).toContain(`baseUrl: "${base}/"`);
    expect(copyAs('JavaScript', journey)).toContain('FRAuth.start({ tree: "Help Desk" })');
    expect(copyAs('Swift', journey)).toContain(`FROptions(url: "${base}", realm: "alpha"`);
    expect(copyAs('Swift', journey)).toContain('authenticate(authIndexValue: "Help Desk", authIndexType: "service")');
    expect(copyAs('Kotlin', journey)).toContain('FRSession.authenticate(context, "Help Desk"');
  });
});

describe('a transaction', () => {
  test.each(LANGUAGES)('%s names its type and its id', (language) => {
    const text = copyAs(language, transaction);
    expect(text).toMatch(/authIndexType["=: ]+transaction/);
    expect(text).toContain('b3070138-cd73');
    expect(text).not.toContain('tree');
  });
});

test.each([
  ['curl', 'authIndexValue=it%27s+%24x'],
  ['JavaScript', `tree: "it's $x"`],
  ['Swift', `"it's $x"`],
  ['Kotlin', String.raw`"it's \$x"`],
] as const)('a name cannot break out of its quotes in %s', (language, written) => {
  expect(copyAs(language, { ...journey, target: { type: 'service', value: "it's $x" } })).toContain(written);
});
