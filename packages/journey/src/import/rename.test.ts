import { describe, expect, it } from 'vitest';
import { journeyFiles, uid } from '../../test/fixtures.ts';
import { applied, imported, knowledge, realmOf } from '../../test/helpers.ts';
import { journeyDocument } from '../edit/document.ts';
import type { ParsedExport } from '../formats/parsed.ts';
import { parseExport } from '../formats/read.ts';
import { pageChildren } from '../graph/tree.ts';
import { emptyRealm, type JsonObject, type NodeResource, type Realm, type Script } from '../model.ts';
import { scriptBody, withScriptBody } from '../script/body.ts';
import { combineExports } from './combine.ts';
import { itemsOf } from './items.ts';
import { planImport } from './plan.ts';
import { type Rename, renameIncoming } from './rename.ts';

let next = 0;
const freshId = () => `fresh-${next++}`;
const file = () => parseExport(journeyFiles.aic10);
function after(realm: Realm, ...renames: Rename[]): Realm {
  return applied(realm, planImport(realm, renameIncoming(file(), renames, realm, knowledge, freshId), {}, knowledge));
}
const [page, decision, mail, script] = [uid(1), uid(4), uid(5), uid(20)];

describe('a journey under another name', () => {
  const realm = realmOf(journeyFiles.aic10);
  const both = after(realm, { kind: 'journeys', id: 'LibraryLogin', as: 'Library 2' });

  it('stands beside the one that was there, which stays as it is', () => {
    expect(journeyDocument(both, 'LibraryLogin', knowledge)).toEqual(journeyDocument(realm, 'LibraryLogin', knowledge));
    expect(Object.keys(both.journeys)).toContain('Library 2');
  });

  it('has nodes of its own with the same settings, connected alike, those inside of pages too', () => {
    const [old, copy] = [journeyDocument(both, 'LibraryLogin', knowledge), journeyDocument(both, 'Library 2', knowledge)];
    const ids = new Set(Object.keys(old?.nodes ?? {}));
    expect(Object.keys(copy?.nodes ?? {})).toHaveLength(ids.size);
    expect(Object.keys(copy?.nodes ?? {}).filter((id) => ids.has(id))).toEqual([]);
    const names = (tree: NonNullable<typeof old>['tree'] | undefined, id: string | undefined) => tree?.nodes?.[id ?? '']?.displayName ?? id;
    const wires = (tree: NonNullable<typeof old>['tree'] | undefined) =>
      Object.values(tree?.nodes ?? {}).map((node) => [node.displayName, Object.values(node.connections ?? {}).map((to) => names(tree, to))]);
    expect(wires(copy?.tree)).toEqual(wires(old?.tree));
    expect(names(copy?.tree, copy?.tree.entryNodeId)).toBe(names(old?.tree, page));
    expect(copy?.tree._id).toBe('Library 2');
  });

  it('takes along how the login page shows the nodes of a page', () => {
    const files = file();
    const [journey] = files.journeys;
    const firstOf = (node: NodeResource | undefined) => (node ? pageChildren(node)[0]?._id : undefined);
    const inner = String(firstOf(journey?.nodes[page]));
    Object.assign(journey?.nodes[page] ?? {}, { stage: JSON.stringify({ ChoiceCallback: [{ id: inner, displayType: 'radio' }] }) });
    const [copy] = renameIncoming(
      files,
      [{ kind: 'journeys', id: 'LibraryLogin', as: 'Library 2' }],
      emptyRealm('alpha'),
      knowledge,
      freshId,
    ).journeys;
    const twin = Object.values(copy?.nodes ?? {}).find(({ stage }) => stage !== undefined);
    expect(twin?.stage).toBe(JSON.stringify({ ChoiceCallback: [{ id: firstOf(twin), displayType: 'radio' }] }));
    expect(twin?.stage).not.toContain(inner);
  });

  it('is what other journeys of the files name from now on', () => {
    const files = parseExport(journeyFiles.aic11);
    const naming = files.journeys.flatMap(({ name, nodes }) =>
      Object.values(nodes).flatMap((node) => (typeof node.tree === 'string' ? [{ journey: name, node: node._id, names: node.tree }] : [])),
    );
    const [first] = naming;
    if (!first) return expect.fail('the fixture names no journey');
    const renamed = renameIncoming(files, [{ kind: 'journeys', id: first.names, as: 'Other' }], emptyRealm('alpha'), knowledge, freshId);
    const node = renamed.journeys.find(({ name }) => name === first.journey)?.nodes[first.node];
    expect(node?.tree).toBe('Other');
  });
});

describe('a journey that the script of a Configuration Provider names', () => {
  const provided = {
    ...knowledge,
    references: (type: string, config: JsonObject) =>
      type === 'ConfigProviderNode' ? { journeys: [], scripts: [String(config.script)], emailTemplates: [] } : knowledge.references(type, config),
  };
  const source = (name: string) => `config = { tree: "${name}", other: "LibraryLogin" };`;
  function files(): ParsedExport {
    const read = file();
    const [journey] = read.journeys;
    const node = journey?.nodes[decision];
    if (!journey || !node) return expect.fail('the fixture has no scripted node');
    journey.nodes[decision] = { ...node, _type: { _id: 'ConfigProviderNode' }, nodeType: 'InnerTreeEvaluatorNode' };
    journey.scripts = { [script]: withScriptBody(journey.scripts[script] as Script, source('LibraryLogin')) };
    return read;
  }
  const renamed = (realm: Realm, ...more: Rename[]) => {
    const [journey] = renameIncoming(
      files(),
      [{ kind: 'journeys', id: 'LibraryLogin', as: 'Library 2' }, ...more],
      realm,
      provided,
      freshId,
    ).journeys;
    const names = Object.values(journey?.nodes ?? {}).find(({ _type }) => _type._id === 'ConfigProviderNode')?.script as string;
    return { names, script: journey?.scripts[names], bundled: journey?.bundle.scripts };
  };

  it('is named by its new name there, as when it is renamed in the realm', () => {
    const { names, script: own } = renamed(emptyRealm('alpha'));
    expect(names).toBe(script);
    expect(scriptBody(own as Script)).toBe(source('Library 2'));
  });

  it('is named by a copy of the script where the realm has the script: its journeys mean the journey that was there', () => {
    const { names, script: copy, bundled } = renamed(realmOf(journeyFiles.aic10));
    expect(names).not.toBe(script);
    expect(copy).toMatchObject({ _id: names, name: expect.stringMatching(/ Library 2$/) });
    expect(scriptBody(copy as Script)).toBe(source('Library 2'));
    expect(bundled).toContain(names);
    expect(bundled).not.toContain(script);
  });

  it('needs no second copy of a script that comes under another name anyway', () => {
    const { script: copy } = renamed(realmOf(journeyFiles.aic10), { kind: 'scripts', id: script, as: 'Mine' });
    expect(copy?.name).toBe('Mine');
    expect(scriptBody(copy as Script)).toBe(source('Library 2'));
  });
});

describe('other things under other names', () => {
  it('a script has an id of its own, and the nodes of the files name it', () => {
    const realm = realmOf(journeyFiles.aic10);
    const both = after(realm, { kind: 'scripts', id: script, as: 'Mine' });
    const used = both.nodes[`ScriptedDecisionNode/${decision}`]?.script as string;
    expect(used).not.toBe(script);
    expect([both.scripts[used]?.name, both.scripts[script]]).toEqual(['Mine', realm.scripts[script]]);
  });

  it('an email template is named by the nodes that send it; a text that only reads like it stays', () => {
    const files = file();
    const node = Object.values(files.journeys[0]?.nodes ?? {}).find(({ _id }) => _id === mail);
    const template = String(node?.emailTemplateName);
    Object.assign(node ?? {}, { note: template });
    const [journey] = renameIncoming(files, [{ kind: 'emailTemplates', id: template, as: 'mine' }], emptyRealm('alpha'), knowledge, freshId).journeys;
    expect(journey?.nodes[mail]).toMatchObject({ emailTemplateName: 'mine', note: template });
  });

  it('a custom node type takes its nodes along, in trees, pages and configurations', () => {
    const files = combineExports([parseExport(journeyFiles.frodo4), file()]);
    const [id, type] = files.journeys.flatMap(({ nodeTypes }) => Object.entries(nodeTypes))[0] ?? [];
    if (id === undefined || type === undefined) return expect.fail('the fixture brings no custom node type');
    const renamed = renameIncoming(files, [{ kind: 'nodeTypes', id, as: 'Mine' }], emptyRealm('alpha'), knowledge, () => 'a-b-c');
    expect(JSON.stringify(renamed)).not.toContain(`designer-${type.serviceName}"`);
    expect(JSON.stringify(renamed)).toContain('"abc-1"');
  });
});

describe('what files bring', () => {
  it('is new, the same or different from what the realm has; a journey differs with its nodes', () => {
    const status = (realm: Realm) => Object.fromEntries(itemsOf(realm, file()).map((item) => [`${item.kind} ${item.id}`, item.status]));
    expect(new Set(Object.values(status(emptyRealm('alpha'))))).toEqual(new Set(['new']));
    const realm = imported(emptyRealm('alpha'), journeyFiles.aic10);
    expect(new Set(Object.values(status(realm)))).toEqual(new Set(['same']));
    const node = realm.nodes[`ScriptedDecisionNode/${decision}`];
    Object.assign(node ?? {}, { outcomes: ['other'] });
    Object.assign(realm.scripts[script] ?? {}, { description: 'other' });
    const changed = status(realm);
    expect([changed['journeys LibraryLogin'], changed[`scripts ${script}`]]).toEqual(['differs', 'differs']);
  });

  it('tells of other journeys that share the nodes', () => {
    const realm = realmOf(journeyFiles.aic10);
    const journey = realm.journeys.LibraryLogin;
    if (journey) realm.journeys.Twin = { tree: { ...journey.tree, _id: 'Twin' } };
    Object.assign(realm.nodes[`ScriptedDecisionNode/${decision}`] ?? {}, { outcomes: ['other'] });
    expect(itemsOf(realm, file())[0]).toMatchObject({ id: 'LibraryLogin', status: 'differs', shares: ['Twin'] });
  });

  it('is kept or replaced one by one, nodes with their journey', () => {
    const realm = realmOf(journeyFiles.aic10);
    Object.assign(realm.nodes[`ScriptedDecisionNode/${decision}`] ?? {}, { outcomes: ['other'] });
    Object.assign(realm.scripts[script] ?? {}, { description: 'other' });
    const kept = planImport(realm, file(), { decide: (kind) => (kind === 'journeys' ? 'keep' : undefined) }, knowledge);
    expect(kept.puts.map(({ kind }) => kind)).toEqual(['scripts']);
    const replaced = planImport(realm, file(), { decide: (kind) => (kind === 'scripts' ? 'keep' : undefined) }, knowledge);
    expect(replaced.puts.map(({ kind }) => kind)).toEqual(['nodes']);
  });

  it('lists what is missing once, with every place that names it', () => {
    const files = file();
    const [journey] = files.journeys;
    if (journey) journey.scripts = {};
    const { missing } = planImport(emptyRealm('alpha'), files, {}, knowledge);
    expect(missing).toContainEqual({ kind: 'scripts', id: script, uses: [{ journey: 'LibraryLogin', node: decision, field: 'script' }] });
  });
});

describe('several files as one', () => {
  it('warn of a custom node type that two of them bring with different content; the later one is taken', () => {
    const alone = (displayName: string, name: string) =>
      ({
        kind: 'aic',
        file: name,
        journeys: [],
        warnings: [],
        nodeTypes: { 'a-1': { _id: 'a-1', serviceName: 'a', displayName } },
      }) as unknown as ParsedExport;
    const twice = combineExports([alone('One', '1.json'), alone('Two', '2.json')]);
    expect(twice.nodeTypes['a-1']?.displayName).toBe('Two');
    expect(twice.warnings).toMatchObject([{ file: '2.json', field: 'nodeTypes.a-1' }]);
    expect(combineExports([alone('One', '1.json'), alone('One', '2.json')]).warnings).toEqual([]);
  });
});
