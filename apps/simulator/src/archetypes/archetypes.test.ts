import { emptyRealm, journeyDocument, type Realm } from '@tandem/journey';
import { lint } from '@tandem/lint';
import { nodeKnowledge } from '@tandem/nodes';
import { describe, expect, it } from 'vitest';
import { additionsOf } from './add.ts';
import { archetypes } from './index.ts';

const KINDS = ['journeys', 'nodes', 'scripts', 'nodeTypes', 'emailTemplates'] as const;

/** A realm with nothing but what the archetype brings, twice if need be. */
function realmWithArchetype(id: string, times = 1, name = 'bravo'): Realm {
  const archetype = archetypes.find((candidate) => candidate.id === id);
  if (!archetype) throw new Error(id);
  const realm = emptyRealm(name);
  for (let time = 1; time <= times; time++) {
    const names = Object.fromEntries(archetype.names.map(({ key, initial }) => [key, `${initial}${time}`]));
    const added = additionsOf(archetype, names, realm);
    for (const kind of KINDS) Object.assign(realm[kind], added[kind]);
  }
  return realm;
}

describe.each(archetypes.map(({ id, names }) => ({ id, names })))('$id', ({ id, names }) => {
  it('no rule says anything of it in a realm that had nothing', () => {
    const realm = realmWithArchetype(id);
    expect(Object.keys(realm.journeys)).toEqual(names.map(({ initial }) => `${initial}1`));
    const findings = Object.keys(realm.journeys).flatMap((name) => {
      const document = journeyDocument(realm, name, nodeKnowledge(realm));
      return document ? lint(document, realm).map(({ rule, place, text }) => `${name}: ${rule} · ${place}: ${text}`) : [`${name} is missing`];
    });
    expect(findings).toEqual([]);
  });

  it('made twice, shares no node and no script; templates and custom node types are there once', () => {
    const [once, twice] = [realmWithArchetype(id), realmWithArchetype(id, 2)];
    for (const kind of ['journeys', 'nodes', 'scripts'] as const) expect(Object.keys(twice[kind])).toHaveLength(2 * Object.keys(once[kind]).length);
    for (const kind of ['nodeTypes', 'emailTemplates'] as const) expect(twice[kind]).toEqual(once[kind]);
  });

  it('belongs to its realm', () => {
    const text = JSON.stringify(realmWithArchetype(id));
    expect(text).not.toContain('alpha');
    expect(text).toContain('managed/bravo_user');
  });
});
