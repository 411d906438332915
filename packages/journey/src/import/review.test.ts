import { describe, expect, it } from 'vitest';
import { customNodeFiles, journeyFiles, uid } from '../../test/fixtures.ts';
import { knowledge, realmOf } from '../../test/helpers.ts';
import { parseExport } from '../formats/read.ts';
import { emptyRealm } from '../model.ts';
import { planImport } from './plan.ts';

const warningsOf = (file: string, realm = emptyRealm('alpha')) => planImport(realm, parseExport(file, 'f.json'), {}, knowledge).warnings;

describe('an import warns of', () => {
  const warnings = warningsOf(journeyFiles.warnings);
  const find = (node: string | undefined, field: string) => warnings.find((issue) => issue.node === node && issue.field === field)?.message;

  it.each([
    ['an entry that is not in the tree', undefined, 'entryNodeId', `The entry node "${uid(99)}" is not one of the journey's nodes.`],
    [
      'a connection to nowhere',
      uid(90),
      'connections.full',
      `The outcome "full" of "Moon" leads to "${uid(98)}", which is not one of the journey's nodes.`,
    ],
    ['an unknown node type', uid(90), 'nodeType', 'of the type "LunarPhaseNode", which Tandem does not know'],
    ['a missing custom type', uid(91), 'nodeType', 'the custom node type "designer-deadbeef", which the realm lacks'],
    ['a missing script', uid(92), 'script', `uses the script "${uid(100)}", which the realm lacks`],
    ['a missing inner journey', uid(93), 'tree', 'names the journey "Nowhere", which the realm lacks'],
    ['a missing email template', uid(94), 'emailTemplateName', 'the email template "nothing", which the realm lacks'],
    ['a missing variable in the configuration', uid(94), 'texts.en', 'the environment variable "esv.mail.from"'],
    ['a missing variable in a script', uid(89), 'script', 'the environment variable "esv.script.var" in its script "Twin"'],
    ['a node without configuration', uid(95), 'nodes', 'The journey places "No resource", but its configuration is missing.'],
    ['a page child without configuration', uid(96), 'nodes', 'The page "Page" contains "Lost child", but the configuration'],
    ['a circle of inner journeys', uid(97), 'tree', 'Inner journeys run in a circle: "Faulty" > "Faulty".'],
    ['a script name that is taken', undefined, `scripts.${uid(102)}.name`, 'The script name "Twin" is also that of script'],
    ['source that is not encoded', undefined, `scripts.${uid(103)}.script`, 'is not encoded'],
  ])('%s', (_, node, field, message) => {
    expect(find(node, field)).toContain(message);
  });

  it('nothing else, each with file and journey', () => {
    expect(warnings).toHaveLength(15);
    for (const issue of warnings) expect([issue.file, issue.journey]).toEqual(['f.json', 'Faulty']);
  });
});

describe('an import does not warn', () => {
  it('of what the file or the realm has', () => {
    expect(warningsOf(journeyFiles.aic11, realmOf(customNodeFiles.customNodes))).toEqual([]);
    expect(warningsOf(journeyFiles.frodo4)).toEqual([]);
    expect(warningsOf(journeyFiles.frodo3Multi).map((issue) => issue.message)).toEqual([
      '"Step" is of the type "DataStoreDecisionNode", which Tandem does not know. It is kept as it is; in a simulation you choose its outcome.',
    ]);
  });
});

it("names Initialize's journey when it is missing", () => {
  const file = JSON.stringify({
    tree: { _id: 'A', entryNodeId: 'i', nodes: { i: { nodeType: 'BackChannelInitNode', displayName: 'Ask' } } },
    nodes: { i: { _type: { _id: 'BackChannelInitNode' }, tree: 'Gone' } },
  });
  expect(warningsOf(file)).toEqual([
    {
      file: 'f.json',
      journey: 'A',
      node: 'i',
      field: 'tree',
      message: '"Ask" names the journey "Gone", which the realm lacks.',
      expected: 'an existing journey',
    },
  ]);
});

it('says when a node exists under another type', () => {
  const file = JSON.stringify({
    tree: { _id: 'A', entryNodeId: 'i', nodes: { i: { nodeType: 'MessageNode' } } },
    nodes: { i: { _type: { _id: 'PageNode' } } },
  });
  expect(warningsOf(file)[0]?.message).toContain('but of the type "PageNode"');
});

it('warns of a journey without entry', () => {
  expect(warningsOf('{"tree":{"_id":"A"}}').map((issue) => issue.field)).toEqual(['entryNodeId']);
});

it('warns of numbers that AM does not take, and imports them all the same', () => {
  const file = `{"tree":{"_id":"A","entryNodeId":"i","treeTimeout":1e300,"maximumSessionTime":0,"maximumIdleTime":2147483647,
    "nodes":{"i":{"nodeType":"BackChannelInitNode","displayName":"Ask"}}},"nodes":{"i":{"_type":{"_id":"BackChannelInitNode"},"timeout":1e15}}}`;
  const { warnings, puts } = planImport(emptyRealm('alpha'), parseExport(file, 'f.json'), {}, knowledge);
  const at = { file: 'f.json', journey: 'A' };
  const expected = 'A whole number from 1 to 2147483647 (min).';
  expect(warnings).toEqual([
    { ...at, field: 'treeTimeout', message: 'The journey\'s "treeTimeout" is 1e+300, which AM does not take.', expected },
    { ...at, field: 'maximumSessionTime', message: 'The journey\'s "maximumSessionTime" is 0, which AM does not take.', expected },
    { ...at, node: 'i', field: 'timeout', message: '"Ask" has 1000000000000000 as "timeout", which AM does not take.', expected: 'less' },
  ]);
  expect(puts).toMatchObject([{ value: { timeout: 1e15 } }, { value: { tree: { treeTimeout: 1e300 } } }]);
});
