import { describe, expect, it } from 'vitest';
import { customNodeFiles, journeyFiles, uid } from '../../test/fixtures.ts';
import { applied, knowledge, parsed, realmOf, refusal, structured } from '../../test/helpers.ts';
import { parseExport } from '../formats/read.ts';
import { emptyRealm, type JsonObject, nodeKey, type Realm } from '../model.ts';
import { encodeScript } from '../script/body.ts';
import { type ConflictMode, planImport } from './plan.ts';

const plan = (realm: Realm, file: string, conflict?: ConflictMode) =>
  planImport(realm, parseExport(file, 'f.json'), conflict === undefined ? {} : { conflict }, knowledge);
const ids = (refs: readonly { kind: string; id: string }[]) => refs.map(({ kind, id }) => `${kind} ${id}`);

/** The file with other outcomes of its scripted node and another script. */
function edited(): string {
  const file = parsed(journeyFiles.frodo3Single) as Record<string, Record<string, JsonObject>>;
  (file.nodes?.[uid(42)] as JsonObject).outcomes = ['calm'];
  (file.scripts?.[uid(43)] as JsonObject).script = ['edited'];
  return JSON.stringify(file);
}

describe('planImport', () => {
  it('creates everything in an empty realm, journeys last', () => {
    const { puts, created, replaced, unchanged } = plan(emptyRealm('alpha'), journeyFiles.frodo4);
    expect(ids(created)).toEqual([
      'nodeTypes 0123456789abcdef0123456789abcdef-1',
      'variables esv-desk-phone',
      `nodes designer-0123456789abcdef0123456789abcdef/${uid(60)}`,
      `nodes MessageNode/${uid(61)}`,
      'journeys Doorbell',
    ]);
    expect(puts.map(({ kind, key }) => `${kind} ${key}`)).toEqual(ids(created));
    expect([replaced, unchanged]).toEqual([[], []]);
  });

  it('does not touch the realm', () => {
    const realm = realmOf(journeyFiles.frodo3Single);
    const before = structured(realm);
    plan(realm, edited());
    expect(realm).toEqual(before);
  });

  it('finds the same file unchanged', () => {
    for (const file of Object.values(journeyFiles)) {
      const again = plan(realmOf(file), file);
      expect(again.puts).toEqual([]);
      expect([again.created, again.replaced, again.kept]).toEqual([[], [], []]);
    }
  });

  it('replaces by default exactly what differs', () => {
    const { replaced, created, puts } = plan(realmOf(journeyFiles.frodo3Single), edited());
    expect(ids(replaced)).toEqual([`scripts ${uid(43)}`, `nodes ScriptedDecisionNode/${uid(42)}`]);
    expect([created, puts.length]).toEqual([[], 2]);
  });

  it('replaces custom nodes', () => {
    const file = parsed(customNodeFiles.customNodes) as Record<string, Record<string, JsonObject>>;
    (Object.values(file.nodeTypes ?? {})[0] as JsonObject).displayName = 'Other';
    expect(ids(plan(realmOf(customNodeFiles.customNodes), JSON.stringify(file)).replaced)).toEqual(['nodeTypes 0123456789abcdef0123456789abcdef-1']);
  });

  it('keeps what the realm has when asked to', () => {
    const { kept, replaced, puts } = plan(realmOf(journeyFiles.frodo3Single), edited(), 'keep');
    expect(ids(kept)).toEqual([`scripts ${uid(43)}`, `nodes ScriptedDecisionNode/${uid(42)}`]);
    expect([replaced, puts]).toEqual([[], []]);
  });

  it('creates no nodes for a journey that is kept', () => {
    const realm = emptyRealm('alpha');
    realm.journeys.Ferry = { tree: { _id: 'Ferry', description: 'mine' } };
    const { created, kept, warnings } = plan(realm, journeyFiles.frodo3Single, 'keep');
    expect(ids(kept)).toEqual(['journeys Ferry']);
    expect(ids(created)).toEqual([`scripts ${uid(43)}`, `scripts ${uid(44)}`]);
    expect(warnings).toEqual([]);
  });

  it('fails as a whole when asked to, naming every resource that differs', () => {
    const { code, issues } = refusal(() => plan(realmOf(journeyFiles.frodo3Single), edited(), 'fail'));
    expect(code).toBe('conflict');
    expect(issues.map(({ file, journey, node, field }) => [file, journey, node, field])).toEqual([
      ['f.json', 'Ferry', undefined, 'scripts'],
      ['f.json', 'Ferry', uid(42), 'nodes'],
    ]);
    expect(plan(realmOf(journeyFiles.frodo3Single), journeyFiles.frodo3Single, 'fail').puts).toEqual([]);
  });

  it('takes a script in another encoding for unchanged, and its encoding over', () => {
    const realm = realmOf(journeyFiles.frodo3Single);
    const script = realm.scripts[uid(43)];
    if (script === undefined) return expect.fail('not imported');
    realm.scripts[uid(43)] = { ...script, script: encodeScript('// wind\noutcome = "calm";\n', 'base64') };
    const result = plan(realm, journeyFiles.frodo3Single);
    expect(ids(result.unchanged)).toContain(`scripts ${uid(43)}`);
    expect(applied(realm, result).scripts[uid(43)]?.script).toEqual(['// wind', 'outcome = "calm";', '']);
  });

  it('takes the later of two versions in one file and names both journeys', () => {
    const node = (text: string) => ({ n: { _id: 'n', _type: { _id: 'MessageNode' }, message: { en: text } } });
    const journey = (name: string, text: string) => ({
      tree: { _id: name, entryNodeId: 'n', nodes: { n: { nodeType: 'MessageNode' } } },
      nodes: node(text),
    });
    const result = plan(emptyRealm('alpha'), JSON.stringify({ trees: { A: journey('A', 'a'), B: journey('B', 'b') } }));
    expect(result.warnings.map(({ journey: name, node: id, message }) => [name, id, message])).toEqual([
      ['B', 'n', '"MessageNode/n" of "nodes" comes twice with different content, in journey "A" and in journey "B". The later one is taken.'],
    ]);
    expect(applied(emptyRealm('alpha'), result).nodes[nodeKey('MessageNode', 'n')]?.message).toEqual({ en: 'b' });
  });

  it('handles names that every object has', () => {
    const file = JSON.stringify({
      trees: { toString: { tree: { _id: 'toString', entryNodeId: 'x' }, scripts: { valueOf: { _id: 'valueOf', name: 'V', script: '""' } } } },
    });
    expect(ids(plan(emptyRealm('alpha'), file).created)).toEqual(['scripts valueOf', 'journeys toString']);
  });
});
