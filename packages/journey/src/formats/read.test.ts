import { describe, expect, it } from 'vitest';
import { customNodeFiles, journeyFiles, malformed, uid } from '../../test/fixtures.ts';
import { fieldsOf, parsed, refusal } from '../../test/helpers.ts';
import { scriptBody } from '../script/body.ts';
import { parseExport } from './read.ts';

describe('parseExport recognises', () => {
  it.each([
    ['aic10', 'aic', ['LibraryLogin']],
    ['aic11', 'aic', ['Parcel', 'ParcelConfirm']],
    ['frodo3Single', 'frodo-single', ['Ferry']],
    ['frodo3Multi', 'frodo', ['Outer', 'Inner']],
    ['frodo4', 'frodo', ['Doorbell']],
    ['minimal', 'frodo-single', ['Bare']],
  ] as const)('%s as %s', (name, kind, journeys) => {
    const result = parseExport(journeyFiles[name]);
    expect([result.kind, result.journeys.map((journey) => journey.name)]).toEqual([kind, journeys]);
  });

  it('custom node files, with the source as text or as lines', () => {
    const [a, b] = [parseExport(customNodeFiles.customNodes), parseExport(customNodeFiles.customNodesLines)];
    expect([a.kind, b.kind]).toEqual(['custom-nodes', 'custom-nodes']);
    const [id] = Object.keys(a.nodeTypes);
    expect(b.nodeTypes[id as string]?.script).toBe(a.nodeTypes[id as string]?.script);
  });

  it('a value parsed elsewhere', () => {
    expect(parseExport(parsed(journeyFiles.aic10))).toEqual(parseExport(journeyFiles.aic10));
  });
});

describe('parseExport reads', () => {
  it("frodo's old key innernodes, and files without version and allowRetry", () => {
    const [ferry] = parseExport(journeyFiles.frodo3Single).journeys;
    expect(Object.keys(ferry?.innerNodes ?? {})).toEqual([uid(41)]);
    expect(ferry?.tree.nodes?.[uid(40)]).not.toHaveProperty('version');
    expect(scriptBody(ferry?.scripts[uid(44)] ?? { script: '' })).toBe('outcome = "höher 🌊";\n');
  });

  it('page nodes 1.0 and 2.0', () => {
    const pages = [...parseExport(journeyFiles.aic10).journeys, ...parseExport(journeyFiles.aic11).journeys]
      .flatMap((journey) => Object.values(journey.nodes))
      .filter((node) => node._type._id === 'PageNode');
    expect(pages.map((page) => [page._type.version, page._outcomes?.map((outcome) => outcome.id)])).toEqual([
      ['1.0', ['outcome']],
      ['2.0', [`${uid(33)}-outcome`]],
    ]);
  });

  it('frodo 4 custom types without _id, and variables', () => {
    const [doorbell] = parseExport(journeyFiles.frodo4).journeys;
    expect(doorbell?.bundle.writing).toEqual({ 'nodeTypes/0123456789abcdef0123456789abcdef-1': { lacks: ['_id'] } });
    expect(Object.keys(doorbell?.variables ?? {})).toEqual(['esv-desk-phone']);
  });

  it('unknown fields, in the order of the file', () => {
    const [strange] = parseExport(journeyFiles.unknown).journeys;
    expect(strange?.bundle.unknown).toEqual({ moons: { io: { _id: 'io' } }, policies: [1, 2] });
    expect(JSON.stringify(strange?.tree)).toBe(JSON.stringify(parsed(journeyFiles.unknown).tree));
    expect(JSON.stringify(strange?.nodes)).toBe(JSON.stringify(parsed(journeyFiles.unknown).nodes));
  });

  it('plain script source with a warning', () => {
    const result = parseExport(journeyFiles.warnings);
    expect(fieldsOf(result.warnings)).toEqual([`scripts.${uid(103)}.script`]);
  });

  it('files with unknown keys beside the journeys, with a warning', () => {
    expect(parseExport({ trees: {}, policies: {} }).warnings.map((issue) => issue.field)).toEqual(['trees', 'policies']);
  });
});

describe('parseExport refuses', () => {
  it.each([
    ['truncated', 'not-json'],
    ['notJson', 'not-json'],
    ['empty', 'not-json'],
    ['duplicateKey', 'duplicate-key'],
    ['protoKey', 'polluting-key'],
    ['constructorKey', 'polluting-key'],
    ['notAnExport', 'not-an-export'],
    ['nodeTwice', 'invalid'],
    ['nodeWithoutType', 'invalid'],
    ['noTreeId', 'invalid'],
    ['otherId', 'invalid'],
    ['wrongTypes', 'invalid'],
    ['listedAsOther', 'invalid'],
  ] as const)('%s as %s, naming the file', (name, code) => {
    const error = refusal(() => parseExport(malformed[name], 'bad.json'));
    expect(error.code).toBe(code);
    expect(error.issues.length).toBeGreaterThan(0);
    for (const issue of error.issues) expect(issue.file).toBe('bad.json');
  });

  it('what is no export, saying what would be one', () => {
    const [issue] = refusal(() => parseExport(malformed.notAnExport)).issues;
    expect(issue?.message).toBe('This is not an export of journeys or custom nodes, but an object with "script".');
    expect(issue?.expected).toMatch(/AIC admin UI.*frodo.*custom nodes/);
    expect(refusal(() => parseExport('[]')).issues[0]?.message).toContain('a list');
    expect(refusal(() => parseExport('7')).issues[0]?.message).toContain('a single value');
  });

  it('a node in both containers', () => {
    expect(refusal(() => parseExport(malformed.nodeTwice)).issues).toEqual([
      {
        journey: 'Bad',
        node: uid(1),
        field: `innerNodes.${uid(1)}`,
        message: `The node "${uid(1)}" is given twice, in "nodes" and in "innerNodes".`,
        expected: 'one of the two',
      },
    ]);
    const twice = { tree: { _id: 'A' }, innerNodes: { x: { _type: { _id: 'T' } } }, innernodes: { x: { _type: { _id: 'T' } } } };
    expect(fieldsOf(refusal(() => parseExport(twice)).issues)).toEqual(['innernodes.x']);
  });

  it('every node without a type', () => {
    const { issues } = refusal(() => parseExport(malformed.nodeWithoutType));
    expect(issues.map(({ journey, node }) => [journey, node])).toEqual([
      ['Bad', uid(1)],
      ['Bad', uid(2)],
    ]);
    expect(issues[0]?.message).toContain('has no _type._id');
  });

  it('a journey without name', () => {
    expect(fieldsOf(refusal(() => parseExport(malformed.noTreeId)).issues)).toEqual(['tree._id']);
    expect(fieldsOf(refusal(() => parseExport({ trees: { A: {}, B: 1 } })).issues)).toEqual(['tree', 'trees.B']);
  });

  it('resources listed under another id', () => {
    const { issues } = refusal(() => parseExport(malformed.otherId));
    expect(issues.map(({ field, expected }) => [field, expected])).toEqual([
      [`nodes.${uid(1)}._id`, uid(1)],
      [`scripts.${uid(3)}._id`, uid(3)],
    ]);
    expect(fieldsOf(refusal(() => parseExport({ nodeTypes: { 'a-1': { _id: 'b-1' } } })).issues)).toEqual(['nodeTypes.a-1._id']);
    expect(refusal(() => parseExport(malformed.listedAsOther)).issues[0]?.message).toBe('The journey is listed as "Good" but its tree._id is "Bad".');
  });

  it('wrong types, all of them, each with what was expected', () => {
    const { issues } = refusal(() => parseExport(malformed.wrongTypes));
    expect(issues.map(({ field, message, expected }) => [field, message, expected])).toEqual([
      ['tree.enabled', '"tree.enabled" is a string.', 'a boolean'],
      [`tree.nodes.${uid(1)}.nodeType`, `"tree.nodes.${uid(1)}.nodeType" is missing.`, 'a string'],
      [`tree.nodes.${uid(1)}.displayName`, `"tree.nodes.${uid(1)}.displayName" is a number.`, 'a string'],
      [`tree.nodes.${uid(1)}.connections.a`, `"tree.nodes.${uid(1)}.connections.a" is a number.`, 'a string'],
      [`nodes.${uid(2)}.nodes.0.nodeType`, `"nodes.${uid(2)}.nodes.0.nodeType" is missing.`, 'a string'],
      ['scripts', '"scripts" is a list.', 'an object'],
      ['themes', '"themes" is an object.', 'a list'],
    ]);
  });

  it('a script without a body and a theme without a name', () => {
    const { issues } = refusal(() => parseExport({ tree: { _id: 'A' }, scripts: { s: { name: 'S' } }, themes: [{}], emailTemplates: { t: 'x' } }));
    expect(issues.map(({ field, expected }) => [field, expected])).toEqual([
      ['scripts.s.script', 'a string or a list'],
      ['emailTemplates.t', 'an object'],
      ['themes.0', 'a string'],
    ]);
  });
});
