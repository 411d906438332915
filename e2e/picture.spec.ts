import { readFile } from 'node:fs/promises';
import { Designer } from './pages/designer.ts';
import { importedPair } from './support/files.ts';
import { expect, test } from './support/test.ts';

test('a journey is saved as SVG, PNG and Mermaid, whole and in the chosen colours', async ({ page, request }) => {
  const pair = await importedPair(request);
  const designer = new Designer(page);
  const canvas = await designer.open(pair.main);
  const cards = await canvas.cards();
  const dialog = page.getByRole('dialog', { name: `Picture of ${pair.main}` });
  const save = async (format: string, colours: string | null) => {
    await designer.button(/^More$/).click();
    await page.getByRole('menuitem', { name: `Export as ${format}` }).click();
    if (colours !== null) await dialog.getByText(colours, { exact: true }).click();
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save file' }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };

  const svg = await save('SVG', 'Dark');
  expect(svg.name).toBe(`${pair.main}.svg`);
  const dark = svg.bytes.toString('utf8');
  expect(dark.match(/<g>/g)).toHaveLength(cards.length);
  expect(dark).toContain('fill="rgb(22, 26, 34)"');

  const png = await save('PNG', 'Light');
  expect(png.name).toBe(`${pair.main}.png`);
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const size = /width="(\d+)" height="(\d+)"/.exec(dark);
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([Number(size?.[1]) * 2, Number(size?.[2]) * 2]);

  const mermaid = await save('Mermaid', null);
  expect(mermaid.name).toBe(`${pair.main}.mmd`);
  expect(mermaid.bytes.toString('utf8')).toContain('start --> n1');
});
