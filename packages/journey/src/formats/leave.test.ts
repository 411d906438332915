import { describe, expect, it } from 'vitest';
import { journeyFiles } from '../../test/fixtures.ts';
import { imported, knowledge, meta, realmOf } from '../../test/helpers.ts';
import type { JsonObject } from '../model.ts';
import { emptyRealm } from '../model.ts';
import { exportJourneys } from './write.ts';
import type { OptionalDependency } from './write-entry.ts';

const realm = realmOf(journeyFiles.aic10);
function entry(format: 'aic' | 'frodo', ...leave: OptionalDependency[]): Record<string, JsonObject> {
  const file = exportJourneys(realm, ['LibraryLogin'], { format, leave, meta }, knowledge);
  return (format === 'aic' ? (file.trees as JsonObject).LibraryLogin : file) as Record<string, JsonObject>;
}

describe('an export without what the importing realm has', () => {
  it.each(['aic', 'frodo'] as const)('leaves a kind out whole and its container empty, and everything else alone (%s)', (format) => {
    const [all, less] = [entry(format), entry(format, 'scripts')];
    expect(Object.keys(all.scripts ?? {})).not.toEqual([]);
    expect(less).toEqual({ ...all, scripts: {} });
    expect(Object.keys(less)).toEqual(Object.keys(all));
  });

  it('keeps the form of a container that is a list', () => {
    expect(entry('aic', 'themes').themes).toEqual([]);
  });

  it('can be imported where the rest is: the journey is the same', () => {
    const text = JSON.stringify(exportJourneys(realm, ['LibraryLogin'], { format: 'aic', leave: ['scripts', 'emailTemplates'], meta }, knowledge));
    expect(imported(realm, text).journeys.LibraryLogin?.tree).toEqual(realm.journeys.LibraryLogin?.tree);
    expect(imported(emptyRealm('beta'), text).scripts).toEqual({});
  });
});
