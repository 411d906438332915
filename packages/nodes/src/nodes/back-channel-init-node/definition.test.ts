import { describe, expect, test } from 'vitest';
import { defaultConfig, validateConfig } from '../../config.ts';
import { outcomesFor } from '../../lookup.ts';
import { definition } from './definition.ts';

const outcomeIds = (config: Parameters<typeof definition.summary>[0]) => outcomesFor(definition, config).map(({ id }) => id);

describe('Backchannel Initialize', () => {
  test('shows its fields in AM order', () => {
    expect(Object.values(definition.fields).map(({ label }) => label)).toEqual([
      'Journey',
      'Subject Type',
      'Subject Name Key',
      'Data Object Key',
      'Redirect URL Type',
      'Custom Redirect URL',
      'Max Time (Seconds)',
      'Allow Retry',
    ]);
  });

  test('has no Unknown Subject for subject type None', () => {
    expect(outcomeIds({ idType: 'USER' })).toEqual(['created', 'unknown', 'error']);
    expect(outcomeIds({ idType: 'AGENT' })).toEqual(['created', 'unknown', 'error']);
    expect(outcomeIds({ idType: 'NONE' })).toEqual(['created', 'error']);
  });

  test('asks for the Subject Name Key unless the subject type is None', () => {
    const fields = (config: Parameters<typeof definition.summary>[0]) =>
      validateConfig(definition.fields, { tree: 'A', ...config }).map(({ field }) => field);
    expect(fields({})).toEqual(['usernameKey']);
    expect(fields({ idType: 'NONE' })).toEqual([]);
  });

  test('asks for the Custom Redirect URL only for Custom, as an absolute URL', () => {
    const errors = (config: Parameters<typeof definition.summary>[0]) =>
      validateConfig(definition.fields, { tree: 'A', usernameKey: 'k', ...config });
    expect(errors({ redirectUrlType: 'CUSTOM' })).toHaveLength(1);
    expect(errors({ redirectUrlType: 'CUSTOM', customRedirectUrl: '/relative' })[0]?.message).toContain('absolute');
    expect(errors({ redirectUrlType: 'GET', customRedirectUrl: '/relative' })).toEqual([]);
  });

  test.each([
    [0, 'A whole number from 1 (s).'],
    [1.5, 'A whole number from 1 (s).'],
    [1e15, 'A whole number from 1 to 2147483647 (s).'],
    [1e300, 'A whole number from 1 to 2147483647 (s).'],
  ])('Max Time cannot be %d seconds', (timeout, message) => {
    expect(validateConfig(definition.fields, { tree: 'A', usernameKey: 'k', timeout })).toEqual([{ field: 'timeout', message }]);
  });

  test('a new node is for a user, with a Get link and retry, without Max Time', () => {
    expect(defaultConfig(definition.fields)).toEqual({ idType: 'USER', redirectUrlType: 'GET', allowRetry: true });
  });

  test('reads subject key and data key', () => {
    expect(definition.reads({ usernameKey: 'u', dataKey: 'd' })).toEqual(['u', 'd']);
    expect(definition.reads({ idType: 'NONE', usernameKey: 'u' })).toEqual([]);
  });

  test('writes no redirect URI for None and data only with a data key', () => {
    const keys = (config: Parameters<typeof definition.summary>[0]) => definition.writes(config).map(({ key }) => key);
    expect(keys({})).toEqual(['backchannel-transaction', 'backchannel-redirectUri']);
    expect(keys({ redirectUrlType: 'NONE', dataKey: 'd' })).toEqual(['backchannel-transaction', 'backchannel-data']);
  });

  test('names its journey', () => {
    expect(definition.journeys?.({ tree: 'Login' })).toEqual(['Login']);
    expect(definition.journeys?.({})).toEqual([]);
  });

  test('says in one line whose, how long and whether again', () => {
    expect(definition.summary({ idType: 'USER', timeout: 600, allowRetry: true })).toBe('User · 600 s · retry');
    expect(definition.summary({ idType: 'NONE', allowRetry: false })).toBe('Any subject · realm time · no retry');
  });
});
