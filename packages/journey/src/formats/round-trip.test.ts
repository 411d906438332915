import { describe, expect, it } from 'vitest';
import { customNodeFiles, journeyFiles, uid } from '../../test/fixtures.ts';
import { imported, knowledge, meta, parsed, realmOf, structured } from '../../test/helpers.ts';
import { equalExports } from '../diff/equal-exports.ts';
import { emptyRealm, type Realm } from '../model.ts';
import { parseExport } from './read.ts';
import { exportCustomNodes, exportJourneys } from './write.ts';

describe('an imported, unedited file is exported equal', () => {
  for (const [name, text] of Object.entries(journeyFiles)) {
    for (const format of ['aic', 'frodo'] as const) {
      it(`${name} as ${format}`, () => {
        const journeys = parseExport(text).journeys.map((journey) => journey.name);
        const file = exportJourneys(realmOf(text), journeys, { format, meta }, knowledge);
        expect(equalExports(parsed(text), structured(file))).toEqual([]);
      });

      it(`${name} as ${format}, imported again, changes nothing`, () => {
        const journeys = parseExport(text).journeys.map((journey) => journey.name);
        const realm = realmOf(text);
        const again = imported(realm, JSON.stringify(exportJourneys(realm, journeys, { format, meta }, knowledge)));
        const second = exportJourneys(again, journeys, { format, meta }, knowledge);
        expect(equalExports(parsed(text), structured(second))).toEqual([]);
      });
    }
  }

  for (const [name, text] of Object.entries(customNodeFiles)) {
    it(`${name} as custom nodes`, () => {
      const file = exportCustomNodes(realmOf(text), meta);
      expect(equalExports(parsed(text), structured(file))).toEqual([]);
    });
  }

  it('even after all files were imported into one realm', () => {
    const realm = realmOf(...Object.values(journeyFiles), customNodeFiles.customNodes);
    for (const [name, text] of Object.entries(journeyFiles)) {
      if (name === 'frodo4') continue; // its custom type was replaced by the custom node file's
      for (const format of ['aic', 'frodo'] as const) {
        const journeys = parseExport(text).journeys.map((journey) => journey.name);
        expect(equalExports(parsed(text), structured(exportJourneys(realm, journeys, { format, meta }, knowledge)))).toEqual([]);
      }
    }
  });
});

describe('what a file left to the realm', () => {
  const left = JSON.stringify({
    tree: { _id: 'Lean', entryNodeId: uid(1), nodes: { [uid(1)]: { nodeType: 'ScriptedDecisionNode' } } },
    nodes: { [uid(1)]: { _id: uid(1), _type: { _id: 'ScriptedDecisionNode' }, script: uid(20) } },
  });
  const scriptsOf = (realm: Realm) => Object.keys(exportJourneys(realm, ['Lean'], { format: 'frodo', meta }, knowledge).scripts ?? {});

  it('stays out of the export while it is unedited', () => {
    expect(scriptsOf(realmOf(journeyFiles.aic10, left))).toEqual([]);
  });

  it('comes in once it is edited', () => {
    const realm = realmOf(journeyFiles.aic10, left);
    const script = realm.scripts[uid(20)];
    if (script === undefined) return expect.fail('no script');
    realm.scripts[uid(20)] = { ...script, script: '"edited"' };
    expect(scriptsOf(realm)).toEqual([uid(20)]);
  });

  it('comes in when it did not exist yet at import', () => {
    expect(scriptsOf(realmOf(left, journeyFiles.aic10))).toEqual([uid(20)]);
  });

  it('custom node types of an AIC file stay out of frodo exports, whichever file came first', () => {
    for (const realm of [realmOf(journeyFiles.aic11, customNodeFiles.customNodes), realmOf(customNodeFiles.customNodes, journeyFiles.aic11)]) {
      const file = exportJourneys(realm, ['Parcel', 'ParcelConfirm'], { format: 'frodo', meta }, knowledge);
      expect(equalExports(parsed(journeyFiles.aic11), structured(file))).toEqual([]);
    }
  });
});

it('an empty realm has nothing to export', () => {
  expect(exportCustomNodes(emptyRealm('alpha'), meta).nodeTypes).toEqual({});
});
