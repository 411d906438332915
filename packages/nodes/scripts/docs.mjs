// Writes docs/nodes/ from the definitions: `node --import tsx scripts/docs.mjs`, or `--check` to fail when they are stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referenceOf } from '../src/reference.ts';
import { definitions, executedTypes } from '../src/registry/definitions.ts';

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'docs', 'nodes');
const MARKS = { recorded: '✔ recorded', documented: '◑ documented', inferred: '❓ assumption' };
const sorted = [...definitions].sort((a, b) => (a.type < b.type ? -1 : 1));

/** Tables break at lines and bars. */
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const shown = (value) => (value === undefined ? '' : value === '' ? '(empty)' : `\`${cell(JSON.stringify(value))}\``);
const listOf = (items, none) => (items.length === 0 ? [none] : items.map((item) => `- ${item}`));

function settingRow([id, field]) {
  const { label, kind, required, when, help, unit } = field;
  const only = when
    ? ` Only while \`${when.field}\` is ${when.in ? '' : 'not '}${(when.in ?? when.notIn).map((value) => JSON.stringify(value)).join(' or ')}.`
    : '';
  return `| ${cell(label)}${required ? ' (required)' : ''} | \`${id}\` | ${kind}${unit ? `, ${unit}` : ''} | ${shown(field.default)} | ${cell(`${help ?? ''}${only}`)} |`;
}

function page(definition) {
  const { type, name, help, fields, versions, inPage, sources } = definition;
  const { outcomes, reads, writes, page: ping } = referenceOf(definition);
  const settings = Object.entries(fields);
  return [
    `# ${name}`,
    '',
    'Generated from the definition by `packages/nodes/scripts/docs.mjs`; do not edit.',
    '',
    help,
    '',
    `\`${type}\` · version ${versions.at(-1)} · ${inPage === 'allowed' ? 'may stand in a page' : 'not inside a page'} · ${executedTypes.has(type) ? 'runs in a simulation' : 'not executed: a person chooses the outcome'}`,
    '',
    ...(ping ? [`Ping's page: [${ping.title}](${ping.address}).`, ''] : []),
    '## Settings',
    '',
    ...(settings.length === 0 ? ['None.'] : ['| Setting | Property | Kind | Default | |', '|---|---|---|---|---|', ...settings.map(settingRow)]),
    '',
    '## Outcomes',
    '',
    ...listOf(
      outcomes.map(({ id, displayName, isOptional }) => `${displayName} (\`${id}\`)${isOptional ? ', by its settings' : ''}`),
      'They follow from its settings or from what is in it.',
    ),
    '',
    '## Node state',
    '',
    ...listOf(
      [
        ...reads.map((key) => `reads ${key === '*' ? 'everything' : `\`${key}\``}`),
        ...writes.map(({ key, scope }) => `writes ${key === '*' ? 'anything' : `\`${key}\``} (${scope})`),
      ],
      'With its defaults it reads and writes none.',
    ),
    '',
    '## Rules',
    '',
    ...listOf(
      sources.map(({ mark, rule, from }) => `${MARKS[mark]}: ${rule}${mark === 'inferred' ? '' : ` (${from})`}`),
      'None noted.',
    ),
    '',
  ].join('\n');
}

const index = `# Nodes

Generated from the definitions by \`packages/nodes/scripts/docs.mjs\`; do not edit. The node types that Tandem knows by their settings: what each does,
in our own words, with what every rule rests on. **✔ recorded**: seen on a tenant or in Ping's source. **◑ documented**: Ping's pages. **❓ assumption**:
ours. Links to Ping's reference are made from the node's name; a page that was renamed is found from its start page.

| Node | Type | |
|---|---|---|
${sorted.map(({ type, name, help }) => `| [${cell(name)}](${type}.md) | \`${type}\` | ${cell(help)} |`).join('\n')}
`;
const files = { ...Object.fromEntries(sorted.map((definition) => [`${definition.type}.md`, page(definition)])), 'README.md': index };
const stale = Object.entries(files).filter(([file, text]) => !existsSync(join(docs, file)) || readFileSync(join(docs, file), 'utf8') !== text);
const left = existsSync(docs) ? readdirSync(docs).filter((file) => !(file in files)) : [];
if (process.argv.includes('--check')) {
  for (const [file] of stale) process.stderr.write(`docs/nodes/${file} is stale: run node --import tsx packages/nodes/scripts/docs.mjs\n`);
  for (const file of left) process.stderr.write(`docs/nodes/${file} belongs to no node type\n`);
  process.exitCode = stale.length + left.length ? 1 : 0;
} else {
  mkdirSync(docs, { recursive: true });
  for (const [file, text] of stale) writeFileSync(join(docs, file), text);
  for (const file of left) rmSync(join(docs, file));
}
