import { describe, expect, it } from 'vitest';
import { journeyFiles, uid } from '../../test/fixtures.ts';
import { knowledge, realmOf } from '../../test/helpers.ts';
import { journeyDocument } from '../edit/document.ts';
import { findInJourney } from './search.ts';

const [page, name, decision, mail] = [uid(1), uid(2), uid(4), uid(5)];
const document = journeyDocument(realmOf(journeyFiles.aic10), 'LibraryLogin', knowledge) ?? expect.fail('no journey');
const find = (query: string) => findInJourney(document, query, knowledge, (type) => `${type} of AM`).map(({ node, place }) => [node, place]);

describe('finding in a journey', () => {
  it('looks at names, types, ids and settings, whatever the case', () => {
    expect(find('login PAGE')).toEqual([[page, { kind: 'name' }]]);
    expect(find('emailtemplatenode of am')).toEqual([[mail, { kind: 'type' }]]);
    expect(find(mail)).toEqual([[mail, { kind: 'id' }]]);
    expect(find('cardLost')).toEqual([[mail, { kind: 'field', field: 'emailTemplateName' }]]);
    expect(find('Library')).toContainEqual([page, { kind: 'field', field: 'pageHeader.en' }]);
  });

  it('finds nodes inside of pages with their page', () => {
    const [found] = findInJourney(document, 'ValidatedUsername', knowledge, (type) => type);
    expect(found).toMatchObject({ node: name, page, place: { kind: 'type' } });
  });

  it('looks at the scripts that nodes name, line by line', () => {
    const script = Object.values(document.scripts)[0];
    expect(find(script?.name ?? '')).toContainEqual([decision, { kind: 'script', script: script?._id, line: 1 }]);
    const second = 'function check() {\n  return holder;\n}';
    const longer = { ...document, scripts: { [script?._id ?? '']: { _id: script?._id ?? '', name: 'Check', script: JSON.stringify(second) } } };
    expect(findInJourney(longer, 'HOLDER', knowledge, (type) => type)).toEqual([
      { node: decision, name: 'Check card', place: { kind: 'script', script: script?._id, line: 2 }, text: 'return holder;' },
    ]);
  });

  it('finds nothing for nothing', () => {
    expect(find('  ')).toEqual([]);
    expect(find('no such text')).toEqual([]);
  });
});
