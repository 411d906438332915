import { describe, expect, test } from 'vitest';
import { outcomesFor } from '../lookup.ts';
import { genericDefinition } from './definition.ts';

const resource = {
  _id: 'x',
  _rev: '1',
  _type: { _id: 'VendorNode', name: 'Vendor Check' },
  _outcomes: [{ id: 'ok' }],
  apiKey: 'k',
  retries: 3,
  ratio: 0.5,
  enabled: true,
  list: ['a'],
  rows: [{ a: 1 }],
  headers: { Accept: 'x' },
  message: { en: 'Hello', 'de-CH': 'Hallo' },
  settings: { deep: { a: 1 } },
  body: 'line 1\nline 2',
  script: '01e1a3c0-038b-4c16-956a-6c9d89328cff',
  emailTemplateName: 'welcome',
};

describe('fields', () => {
  test("are guessed from the instance's own values", () => {
    const kinds = Object.fromEntries(Object.entries(genericDefinition('VendorNode', resource).fields).map(([id, { kind }]) => [id, kind]));
    expect(kinds).toEqual({
      apiKey: 'string',
      retries: 'integer',
      ratio: 'number',
      enabled: 'boolean',
      list: 'stringList',
      rows: 'json',
      headers: 'stringMap',
      message: 'localized',
      settings: 'json',
      body: 'multiline',
      script: 'script',
      emailTemplateName: 'emailTemplate',
    });
  });

  test('get readable labels', () => {
    expect(genericDefinition('VendorNode', resource).fields.emailTemplateName?.label).toBe('Email template name');
  });
});

describe('outcomes', () => {
  const ids = (type: string, options: Parameters<typeof outcomesFor>[2], config = {}) =>
    outcomesFor(genericDefinition(type), config, options).map(({ id }) => id);

  test('are the stored ones, named by their id where no name is stored', () => {
    expect(outcomesFor(genericDefinition('VendorNode'), {}, { resource, connected: ['other'] })).toEqual([{ id: 'ok', displayName: 'ok' }]);
  });

  test('else the connected ones', () => {
    expect(ids('VendorNode', { connected: ['a', 'b'] })).toEqual(['a', 'b']);
  });

  test('else one, so that a new node can be connected', () => {
    expect(ids('VendorNode', {})).toEqual(['outcome']);
  });
});

test('names scripts and email templates that its configuration holds', () => {
  const definition = genericDefinition('VendorNode', resource);
  expect(definition.scripts?.({ script: 's1', filterScript: 's2', tokenScript: '[Empty]' })).toEqual(['s1', 's2']);
  expect(definition.emailTemplates?.({ emailTemplateName: 'welcome' })).toEqual(['welcome']);
  expect(genericDefinition('EmailSuspendNode').emailTemplates?.({ emailTemplateName: 'registration' })).toEqual(['registration']);
});

test('takes name, tags, help and page rule from the catalog, the name else from the instance', () => {
  expect(genericDefinition('SelectIdPNode')).toMatchObject({ name: 'Select Identity Provider', tags: ['identity management'], inPage: 'standalone' });
  expect(genericDefinition('VendorNode', resource).name).toBe('Vendor Check');
  expect(genericDefinition('VendorNode').name).toBe('VendorNode');
});
