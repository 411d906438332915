import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { simulation } from './tandem.ts';

const PAGE = 'docs/backchannel-rest.md';
const MARK = '--- next block ---';

interface Block {
  shell: string;
  /** What it has to print; absent: nothing is said of it. */
  printed?: string;
}

function blocks(text: string): Block[] {
  const found: Block[] = [];
  for (const [, kind, body = ''] of text.matchAll(/```(sh|json)\n(.*?)```/gs)) {
    if (kind === 'sh') found.push({ shell: body });
    else Object.assign(found.at(-1) ?? {}, { printed: body.trim() });
  }
  return found;
}

/** The JSON, with anything in the places of "…". */
function pattern(json: string): RegExp {
  return new RegExp(`^${compact(json).split('…').map(literal).join('.*')}$`);
}

/** However it is laid out on the page. */
function compact(json: string): string {
  return json.replaceAll(/\s+/g, '');
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test(`every block of ${PAGE} prints what stands under it`, async ({ baseURL }) => {
  const run = await simulation(String(baseURL));
  const all = blocks(readFileSync(PAGE, 'utf8'));
  const shell = all.map((block) => `${block.shell}\necho\necho '${MARK}'`).join('\n');
  const script = shell.replace('AM=http://127.0.0.1:8080/am', `AM=${run.am.replace(/\/$/, '')}`);
  const printed = execFileSync('bash', ['-euo', 'pipefail', '-c', script], { encoding: 'utf8' }).split(MARK);
  expect(all.filter((block) => block.printed !== undefined).length).toBeGreaterThan(5);
  for (const [index, block] of all.entries()) {
    if (block.printed !== undefined) expect(compact(printed[index] ?? ''), block.shell).toMatch(pattern(block.printed));
  }
});
