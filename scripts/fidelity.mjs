// Writes docs/fidelity.md from the definitions: `npm run fidelity`, or `npm run fidelity -- --check` to fail when it is stale.
// It tells of several packages that do not know each other, so it stands above them and reads their sources.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assumptions } from '../packages/engine/src/assumptions.ts';
import { ends } from '../packages/engine/src/ends.ts';
import { formatAssumptions } from '../packages/journey/src/assumptions.ts';
import { customDefinition, definitions, isExecuted } from '../packages/nodes/src/index.ts';
import { scriptAssumptions } from '../packages/scripting/src/assumptions.ts';
import { notSimulatedInScripts } from '../packages/scripting/src/not-simulated.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const nodes = join(root, 'packages', 'nodes', 'src');
const page = join(root, 'docs', 'fidelity.md');
const MARKS = { recorded: '✔ recorded', documented: '◑ documented', inferred: '❓ assumed' };

const folders = Object.fromEntries(
  readdirSync(join(nodes, 'nodes')).map((folder) => [
    /^ {2}type: '([^']+)',$/m.exec(read(join(nodes, 'nodes', folder, 'definition.ts')))?.[1],
    join(nodes, 'nodes', folder),
  ]),
);

const custom = {
  ...customDefinition({ _id: '-1', serviceName: '', displayName: 'Custom nodes', outcomes: [], script: '' }),
  type: 'designer-…',
  name: 'Custom nodes',
};
const executed = definitions.filter(({ type }) => isExecuted(type));
const rows = [
  ...executed.map((definition) => ({ definition, folder: folders[definition.type] })),
  { definition: custom, folder: join(nodes, 'custom') },
].sort((a, b) => (a.definition.name < b.definition.name ? -1 : 1));

const text = `# What the simulation knows of AM, and how surely

Generated from the definitions by \`npm run fidelity\`; do not edit. A rule is **recorded** when it was seen on a tenant, in a real
export or in AM's published source, **documented** when Ping's pages say so, **assumed** when neither does: then the least surprising behaviour is
built, every step that rests on it says so, and the simulation screen counts those steps.

Every other node type of a tenant can be placed, edited, imported and exported; in a run it stops and a person chooses its outcome.

## ${rows.length} node types and two ends that are executed

| Node | Type | Recorded | Documented | Assumed | Tests |
|---|---|---|---|---|---|
${rows.map(({ definition, folder }) => tableRow(definition, folder)).join('\n')}
${ends.map(endRow).join('\n')}

## Assumptions of the engine

${assumptions.map((rule) => `- ${rule}`).join('\n')}

## Assumptions of scripts

What scripts are given is recorded or documented but for these; the events of a run do not name them, as the script alone knows what it uses.

${scriptAssumptions.map((rule) => `- ${rule}`).join('\n')}

## Assumptions of file formats

${formatAssumptions.map((rule) => `- ${rule}`).join('\n')}

## What scripts cannot do here

Each of these fails with a text that names it; everything else that AM's bindings have is there.

| A script that calls | meets | because |
|---|---|---|
${notSimulatedInScripts.map(({ call, says, why }) => `| \`${call}\` | not simulated: ${says} | ${why} |`).join('\n')}

## What masks cannot find

A secret that a script was given is masked in its log and errors, and sealed in what else it leaves. One of fewer than four characters is found where
it is the whole text, not inside another one; one that is the name of a state key or a session property, or that a script writes to an identity,
stays as it is: a journey could not find it again. So does one that is also a name in the script.

## Rules by node

${[...ends.map((end) => ({ ...end, type: 'end of a journey' })), ...rows.map(({ definition }) => definition)].map(section).join('\n\n')}
`;

if (process.argv.includes('--check')) {
  if (!existsSync(page) || read(page) !== text) {
    process.stderr.write('docs/fidelity.md is stale: run npm run fidelity\n');
    process.exit(1);
  }
} else writeFileSync(page, text);

function endRow({ name, sources, tests }) {
  const links = tests.map((file) => `[${file.replace('.test.ts', '')}](../packages/engine/src/${file})`);
  return `| [${name}](#${anchor(name)}) | end of a journey | ${counts(sources)} | ${links.join(', ')} |`;
}

/** How many rules have each mark. */
function counts(sources) {
  return Object.keys(MARKS)
    .map((mark) => sources.filter((source) => source.mark === mark).length || '')
    .join(' | ');
}

function tableRow({ name, type, sources }, folder) {
  const tests = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
  const golden = tests.some((file) => /\btrace\(/.test(read(join(folder, file))));
  const link = tests.length === 0 ? 'none' : `[${golden ? 'tests, golden trace' : 'tests'}](../${relative(root, folder)})`;
  return `| [${name}](#${anchor(name)}) | \`${type}\` | ${counts(sources)} | ${link} |`;
}

function section({ name, type, sources }) {
  return [
    `### ${name}`,
    '',
    `\`${type}\``,
    '',
    ...sources.map(({ mark, rule, from }) => `- ${MARKS[mark]}: ${rule}${mark === 'inferred' ? '' : ` _(${from})_`}`),
  ].join('\n');
}

function anchor(name) {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function read(file) {
  return readFileSync(file, 'utf8');
}
