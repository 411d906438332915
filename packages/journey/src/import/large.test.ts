import { expect, it } from 'vitest';
import { knowledge } from '../../test/helpers.ts';
import type { ParsedExport } from '../formats/parsed.ts';
import { emptyRealm, type NodeResource, nodeKey, type Script } from '../model.ts';
import { reviewJourney } from './review.ts';
import { sharedScriptNames } from './script-names.ts';

// Sizes at which work that grows with the square would not end before the test's time does.

it('a node that names many scripts which are missing is searched once', () => {
  const names = Array.from({ length: 60_000 }, (_, n) => `script ${n}`);
  const node: NodeResource = { _id: 'n', _type: { _id: 'Many' }, ...Object.fromEntries(names.map((name, n) => [`p${n}`, name])) };
  const realm = { ...emptyRealm('alpha'), nodes: { [nodeKey('Many', 'n')]: node } };
  const tree = { _id: 'T', entryNodeId: 'n', nodes: { n: { nodeType: 'Many' } } };
  const references = () => ({ journeys: [], scripts: names, emailTemplates: [] });
  const issues = reviewJourney(realm, tree, { ...knowledge, nodeTypeKnown: () => true, references });
  expect(issues).toHaveLength(names.length);
  expect([issues[0]?.field, issues.at(-1)?.field]).toEqual(['p0', 'p59999']);
});

it('scripts that share one name are gone through once', () => {
  const scripts = Object.fromEntries(
    Array.from({ length: 150_000 }, (_, n): [string, Script] => [`s${n}`, { _id: `s${n}`, name: 'Same', script: '' }]),
  );
  const parsed = { journeys: [{ name: 'J', scripts }] } as unknown as ParsedExport;
  const issues = sharedScriptNames({ ...emptyRealm('alpha'), scripts }, parsed);
  expect(issues).toHaveLength(150_000);
  expect(issues.slice(0, 2).map(({ message }) => message)).toEqual([
    'The script name "Same" is also that of script "s1"; AM wants names to be unique.',
    'The script name "Same" is also that of script "s0"; AM wants names to be unique.',
  ]);
});
