import { journeyDocument } from '@tandem/journey';
import { lint } from '@tandem/lint';
import { nodeKnowledge } from '@tandem/nodes';
import { describe, expect, test } from 'vitest';
import { firstRunRealm } from './index.ts';

const realm = firstRunRealm({ hashPassword: () => '' });

describe('the journeys that a realm starts with', () => {
  test.each(Object.keys(realm.journeys))('no rule says anything of %s', (name) => {
    const document = journeyDocument(realm, name, nodeKnowledge(realm));
    if (!document) throw new Error('The realm has the journey.');
    expect(lint(document, realm).map(({ rule, place, text }) => `${rule} · ${place}: ${text}`)).toEqual([]);
  });
});
