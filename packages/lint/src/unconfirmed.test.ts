import { expect, test } from 'vitest';
import { unconfirmedInExport } from './unconfirmed.ts';

const node = (config: object) => ({ _id: 'n', ...config, _type: { _id: 'BackChannelInitNode' } });

test('an export is searched wherever its format puts nodes, and each value is told once', () => {
  const file = {
    trees: {
      A: {
        nodes: { a: node({ idType: 'AGENT' }), b: node({ idType: 'AGENT', redirectUrlType: 'GET' }) },
        innerNodes: { c: node({ redirectUrlType: 'NONE' }) },
      },
    },
  };
  expect(unconfirmedInExport(file).map(({ label, value }) => `${label} ${value}`)).toEqual(['Subject Type AGENT', 'Redirect URL Type NONE']);
  expect(unconfirmedInExport({ nodes: { a: node({ idType: 'USER', redirectUrlType: 'GET' }) } })).toEqual([]);
});
