import { describe, expect, test } from 'vitest';
import { testPool } from '../testing/pool.ts';
import { hostOf, people } from '../testing/support.ts';

const { value } = testPool();

describe('systemEnv and secrets', () => {
  const host = hostOf(people, {
    variable: (name) => ({ 'esv.number': '42', 'esv.flag': 'true', 'esv.list': '["a"]' })[name],
    secret: (id) => (id === 'scripted.node.key' ? 'pässword' : undefined),
  });
  const given = (source: string) => value(source, {}, {}, host);
  test('values are text unless a type is asked for', async () => {
    expect(
      await given('outcome = typeof systemEnv.getProperty("esv.number") + typeof systemEnv.getProperty("esv.number", 1, "java.lang.Integer");'),
    ).toBe('stringnumber');
    expect(await given('outcome = systemEnv.getProperty("esv.flag", false, "java.lang.Boolean") === true;')).toBe(true);
    expect(await given('outcome = systemEnv.getProperty("esv.none", "default") + systemEnv.getProperty("esv.none");')).toBe('defaultnull');
  });
  test('a secret gives text and bytes; a missing one is an exception', async () => {
    expect(await given('var s = secrets.getGenericSecret("scripted.node.key"); outcome = s.getAsUtf8() + s.getAsBytes().length;')).toBe('pässword9');
    await expect(given('secrets.getGenericSecret("other");')).rejects.toThrow('NoSuchSecretException');
  });
});
