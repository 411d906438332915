import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, stillness } from '../support/look.ts';
import { test } from '../support/test.ts';
import { smallPng } from './png.ts';
import { SCREENS } from './screens.ts';
import { Stage } from './stage.ts';

const FOLDER = join(import.meta.dirname, '../../docs/screenshots');

mkdirSync(FOLDER, { recursive: true });

for (const [name, show] of Object.entries(SCREENS)) {
  test(name, async ({ page, request, baseURL }, { project }) => {
    await show(new Stage(page, request, baseURL ?? ''));
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    await stillness(page);
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    writeFileSync(join(FOLDER, `${name}-${project.name}.png`), smallPng(picture));
    await expectAccessible(page);
  });
}
