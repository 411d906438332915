import { describe, expect, it } from 'vitest';
import { customNodeFiles, journeyFiles, uid } from '../../test/fixtures.ts';
import { knowledge, meta, realmOf } from '../../test/helpers.ts';
import { emptyRealm, type JsonObject, nodeKey, type Realm } from '../model.ts';
import { scriptBody } from '../script/body.ts';
import { type ExportOptions, exportCustomNodes, exportJourneys, NothingToExport } from './write.ts';

const write = (realm: Realm, names: string[], options: Partial<ExportOptions> = {}) =>
  exportJourneys(realm, names, { format: 'aic', meta, ...options }, knowledge);
const tree = (file: JsonObject, name: string) => (file.trees as JsonObject)[name] as Record<string, JsonObject>;

describe('the AIC format', () => {
  const realm = realmOf(journeyFiles.aic11, journeyFiles.frodo3Single);

  it('has the meta of the admin UI', () => {
    expect(write(realm, ['Parcel']).meta).toEqual({
      origin: 'http://localhost:8080',
      exportedBy: 'amadmin',
      exportDate: '2026-05-01T00:00:00.000Z',
      exportTool: 'platform-admin ui tree export',
      exportToolVersion: '1.1',
      treesSelectedForExport: ['Parcel'],
      innerTreesIncluded: ['ParcelConfirm'],
    });
  });

  it('always has all containers and never custom types by reference', () => {
    expect(Object.keys(tree(write(realmOf(journeyFiles.minimal, customNodeFiles.customNodes), ['Bare']), 'Bare')).sort()).toEqual([
      'circlesOfTrust',
      'emailTemplates',
      'innerNodes',
      'nodes',
      'saml2Entities',
      'scripts',
      'socialIdentityProviders',
      'themes',
      'tree',
    ]);
  });

  it('writes every script as a JSON string', () => {
    const scripts = Object.values(tree(write(realm, ['Ferry']), 'Ferry').scripts ?? {}) as { script: string }[];
    expect(scripts.map(({ script }) => JSON.parse(script))).toEqual(['// wind\noutcome = "calm";\n', 'outcome = "höher 🌊";\n']);
  });
});

describe('the frodo format', () => {
  it('is flat for one journey, with its scripts as they came', () => {
    const file = write(realmOf(journeyFiles.frodo3Single), ['Ferry'], { format: 'frodo' });
    expect(file.tree).toMatchObject({ _id: 'Ferry' });
    expect((file.scripts as Record<string, JsonObject>)[uid(43)]?.script).toEqual(['// wind', 'outcome = "calm";', '']);
  });

  it('has trees for several journeys', () => {
    const file = write(realmOf(journeyFiles.frodo3Multi), ['Outer'], { format: 'frodo' });
    expect(Object.keys(file.trees ?? {})).toEqual(['Outer', 'Inner']);
  });

  it('adds the custom types of a journey that was made here', () => {
    const realm = realmOf(customNodeFiles.customNodes);
    const type = 'designer-0123456789abcdef0123456789abcdef';
    realm.journeys.Mine = { tree: { _id: 'Mine', entryNodeId: 'n', nodes: { n: { nodeType: type } } } };
    expect(Object.keys(write(realm, ['Mine'], { format: 'frodo' }).nodeTypes ?? {})).toEqual(['0123456789abcdef0123456789abcdef-1']);
    expect(tree(write(realm, ['Mine']), 'Mine')).not.toHaveProperty('nodeTypes');
  });
});

describe('dependencies', () => {
  const realm = realmOf(journeyFiles.aic10, journeyFiles.aic11);

  it('are included: scripts and templates by reference, journeys transitively', () => {
    const made = emptyRealm('alpha');
    Object.assign(made.scripts, realm.scripts);
    Object.assign(made.emailTemplates, realm.emailTemplates);
    Object.assign(made.nodes, realm.nodes);
    made.journeys.LibraryLogin = { tree: realm.journeys.LibraryLogin?.tree ?? { _id: '' } };
    const entry = tree(write(made, ['LibraryLogin']), 'LibraryLogin');
    expect(Object.keys(entry.scripts ?? {})).toEqual([uid(20)]);
    expect(Object.keys(entry.emailTemplates ?? {})).toEqual(['cardLost']);
    expect(Object.keys(entry.nodes ?? {})).toEqual([uid(1), uid(4), uid(5)]);
    expect(Object.keys(entry.innerNodes ?? {})).toEqual([uid(2), uid(3)]);
  });

  it('are left out without deps', () => {
    const file = write(realm, ['LibraryLogin', 'Parcel'], { deps: false });
    expect(Object.keys(file.trees ?? {})).toEqual(['LibraryLogin', 'Parcel']);
    const entry = tree(file, 'LibraryLogin');
    expect([entry.scripts, entry.emailTemplates, entry.themes, entry.saml2Entities]).toEqual([{}, {}, [], {}]);
    expect(Object.keys(entry.innerNodes ?? {})).toHaveLength(2);
  });
});

describe('after an edit', () => {
  it('a node that left its page is written among the nodes', () => {
    const realm = realmOf(journeyFiles.aic10);
    const journey = realm.journeys.LibraryLogin;
    const page = realm.nodes[nodeKey('PageNode', uid(1))];
    if (journey === undefined || page === undefined) return expect.fail('not imported');
    realm.nodes[nodeKey('PageNode', uid(1))] = { ...page, nodes: [] };
    journey.tree = { ...journey.tree, nodes: { ...journey.tree.nodes, [uid(2)]: { nodeType: 'ValidatedUsernameNode' } } };
    const entry = tree(write(realm, ['LibraryLogin']), 'LibraryLogin');
    expect(Object.keys(entry.nodes ?? {})).toContain(uid(2));
    expect(Object.keys(entry.innerNodes ?? {})).toEqual([uid(3)]);
  });

  it('a script edited since is written with its new source', () => {
    const realm = realmOf(journeyFiles.aic10);
    const script = realm.scripts[uid(20)];
    if (script === undefined) return expect.fail('not imported');
    realm.scripts[uid(20)] = { ...script, script: '"new"' };
    const written = tree(write(realm, ['LibraryLogin']), 'LibraryLogin').scripts?.[uid(20)] as { script: string };
    expect(scriptBody(written)).toBe('new');
  });

  it('what was deleted from the realm is not written', () => {
    const realm = realmOf(journeyFiles.aic10);
    delete realm.scripts[uid(21)];
    expect(Object.keys(tree(write(realm, ['LibraryLogin']), 'LibraryLogin').scripts ?? {})).toEqual([uid(20)]);
  });
});

describe('custom nodes', () => {
  const realm = realmOf(customNodeFiles.customNodesLines);

  it("are written in AIC's form: plain source, with _id", () => {
    const file = exportCustomNodes(realm, meta);
    expect(file.meta).toEqual({
      amVersion: '8.1.0',
      exportDate: meta.exportDate,
      origin: meta.origin,
      exportedBy: 'amadmin',
      resourceVersion: '1.0',
    });
    expect(Object.values(file.nodeTypes ?? {})[0]).toMatchObject({
      _id: '0123456789abcdef0123456789abcdef-1',
      script: 'var tone = properties.tone;\naction.goTo("Success");',
    });
  });

  it('can be picked by id', () => {
    expect(Object.keys(exportCustomNodes(realm, meta, []).nodeTypes ?? {})).toEqual([]);
    expect(() => exportCustomNodes(realm, meta, ['toString'])).toThrow('The realm has no custom node type "toString".');
  });
});

it('refuses journeys that the realm lacks, naming them', () => {
  expect(() => write(emptyRealm('alpha'), ['A', 'constructor'])).toThrow(NothingToExport);
  expect(() => write(emptyRealm('alpha'), ['A', 'constructor'])).toThrow('The realm has no journey "A", "constructor".');
  expect(() => write(emptyRealm('alpha'), [])).toThrow('Name at least one journey.');
});
