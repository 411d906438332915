import { expect, test } from 'vitest';
import { loopDocument, resource } from '../../testing/documents.ts';
import { changesOfVersion, versionCommand, versionOf } from './versionCommand.ts';

test('a node without a version is of 1.0; a newer one than new nodes get is no reason to update', () => {
  expect(versionOf([], loopDocument(), 'page')).toEqual({ version: '1.0', versions: ['2.0', '1.0'], update: null });
  const old = {
    ...loopDocument(),
    nodes: { ...loopDocument().nodes, wait: { ...resource('PollingWaitNode', 'wait'), _type: { _id: 'PollingWaitNode', version: '0.9' } } },
  };
  expect(versionOf([], old, 'wait')).toMatchObject({ version: '0.9', update: '1.0' });
});

test('a page of version 2.0 has its outcome under another id, which keeps its connection', () => {
  const document = loopDocument();
  const [change] = changesOfVersion([], document, 'page', '2.0').renamed;
  expect([change?.from.id, change?.to.id]).toEqual(['outcome', 'name-outcome']);
  const command = versionCommand([], document, 'page', '2.0');
  expect(command.name).toBe('Update Ask to version 2.0');
  const updated = command.apply(document);
  expect(updated.tree.nodes?.page).toMatchObject({ version: '2.0', connections: { 'name-outcome': 'init' } });
  expect(updated.nodes.page?._type.version).toBe('2.0');
  const reverted = versionCommand([], updated, 'page', '1.0').apply(updated);
  expect(reverted.tree.nodes?.page?.connections).toEqual({ outcome: 'init' });
});

test('inside a page the version stands with the page’s entry', () => {
  const updated = versionCommand([], loopDocument(), 'name', '2.0').apply(loopDocument());
  expect(updated.nodes.page?.nodes).toMatchObject([{ _id: 'name', nodeVersion: '2.0' }]);
  expect(updated.nodes.name?._type.version).toBe('2.0');
});
