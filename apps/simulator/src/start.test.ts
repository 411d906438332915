import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Config, readConfig } from './config.ts';
import { start } from './start.ts';
import { temporaryFolder } from './testing/folder.ts';
import { oneNodeJourney } from './testing/realm.ts';

/** Starts in a folder of its own; ends with the test. */
async function started(folder: string, more: Partial<Config> = {}) {
  const lines: string[] = [];
  const config = readConfig({ PORT: '0', TANDEM_ADMIN_PASSWORD: 'Chosen12!' }, [], folder);
  const running = await start({ ...config, ...more }, (line) => lines.push(line), import.meta.url);
  onTestFinished(() => running.stop());
  return { ...running, lines };
}

function exportFile(folder: string, content: unknown): string {
  const file = join(folder, 'export.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('a start', { timeout: 30_000 }, () => {
  it('makes the first realm once', async () => {
    const folder = temporaryFolder();
    const first = await started(folder);
    expect(await (await fetch(`${first.url}api/realms`)).json()).toMatchObject({ realms: [{ name: 'alpha' }] });
    await first.services.realms.apply('alpha', { deletes: [{ kind: 'journeys', key: 'HelpDeskVerify' }] });
    await first.stop();
    const second = await started(folder);
    expect((await fetch(`${second.url}api/realms/alpha/journeys/HelpDeskVerify`)).status).toBe(404);
  });

  it('opens a file and says which journeys it brought, with what is odd about them', async () => {
    const folder = temporaryFolder();
    const { journey, node } = oneNodeJourney('My journey', 'my-node');
    journey.tree.entryNodeId = 'nowhere';
    const file = exportFile(folder, { meta: {}, trees: { 'My journey': { tree: journey.tree, nodes: { 'my-node': node } } } });
    const { url, lines } = await started(folder, { file });
    expect(lines).toEqual([
      expect.stringMatching(/^Note: export\.json: journey "My journey", field entryNodeId: .* Expected: /),
      'Opened export.json: journey My journey in realm alpha.',
    ]);
    expect((await fetch(`${url}api/realms/alpha/journeys/My%20journey`)).status).toBe(200);
  });

  it.each([
    ['is no export', '{"name":"x"}', /^.*export\.json cannot be opened:\n {2}export\.json: This is not an export.* Expected: /],
    ['is cut off', '{"trees":', /export\.json: field trees: The file is cut off at line 1, column 10/],
    ['holds nodes without a type', { trees: { A: { tree: { _id: 'A' }, nodes: { n: { _id: 'n' } } } } }, /journey "A", node n, field /],
  ])('refuses a file that %s, and leaves the folder free', async (_what, content, message) => {
    const folder = temporaryFolder();
    await expect(started(folder, { file: exportFile(folder, content) })).rejects.toThrow(message);
    expect((await started(folder)).services.realms.names()).toEqual(['alpha']);
  });

  it('refuses a file that is not there', async () => {
    const folder = temporaryFolder();
    await expect(started(folder, { file: join(folder, 'none.json') })).rejects.toThrow(`There is no file ${join(folder, 'none.json')}.`);
    await expect(started(folder, { file: folder })).rejects.toThrow(`${folder} cannot be read: EISDIR`);
  });

  it('says so when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await expect(started(temporaryFolder(), { port })).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken by another program. Stop that one, or set PORT to another number.`,
    );
  });

  it('ends although requests are under way, and whatever a part of it does', async () => {
    const running = await started(temporaryFolder());
    const order: string[] = [];
    running.services.onClose(() => void order.push('added first'));
    running.services.onClose(() => {
      order.push('added last');
      throw new Error('stuck');
    });
    const watching = await fetch(`${running.url}api/events?topics=realm:alpha`);
    const log = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const from = Date.now();
    await running.stop();
    log.mockRestore();
    expect(Date.now() - from).toBeLessThan(900);
    expect(order).toEqual(['added last', 'added first']);
    await watching.text().catch(() => undefined);
  });
});
