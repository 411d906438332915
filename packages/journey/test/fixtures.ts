import aic10 from './fixtures/aic-1.0.json?raw';
import aic11 from './fixtures/aic-1.1.json?raw';
import customNodes from './fixtures/custom-nodes.json?raw';
import customNodesLines from './fixtures/custom-nodes-lines.json?raw';
import frodo3Multi from './fixtures/frodo-3-multi.json?raw';
import frodo3Single from './fixtures/frodo-3-single.json?raw';
import frodo4 from './fixtures/frodo-4.json?raw';
import constructorKey from './fixtures/malformed/constructor-key.json.txt?raw';
import duplicateKey from './fixtures/malformed/duplicate-key.json.txt?raw';
import empty from './fixtures/malformed/empty.json.txt?raw';
import listedAsOther from './fixtures/malformed/listed-as-other.json.txt?raw';
import noTreeId from './fixtures/malformed/no-tree-id.json.txt?raw';
import nodeTwice from './fixtures/malformed/node-twice.json.txt?raw';
import nodeWithoutType from './fixtures/malformed/node-without-type.json.txt?raw';
import notAnExport from './fixtures/malformed/not-an-export.json.txt?raw';
import notJson from './fixtures/malformed/not-json.json.txt?raw';
import otherId from './fixtures/malformed/other-id.json.txt?raw';
import protoKey from './fixtures/malformed/proto-key.json.txt?raw';
import truncated from './fixtures/malformed/truncated.json.txt?raw';
import wrongTypes from './fixtures/malformed/wrong-types.json.txt?raw';
import minimal from './fixtures/minimal.json?raw';
import noIds from './fixtures/no-ids.json?raw';
import unknown from './fixtures/unknown.json?raw';
import warnings from './fixtures/warnings.json?raw';

/** Journey files of every format, as text. */
export const journeyFiles = { aic10, aic11, frodo3Single, frodo3Multi, frodo4, unknown, minimal, noIds, warnings };
export const customNodeFiles = { customNodes, customNodesLines };
export const malformed = {
  constructorKey,
  duplicateKey,
  empty,
  listedAsOther,
  noTreeId,
  nodeTwice,
  nodeWithoutType,
  notAnExport,
  notJson,
  otherId,
  protoKey,
  truncated,
  wrongTypes,
};

/** Ids in the fixtures: a number in the shape of a UUID. */
export function uid(n: number): string {
  const hex = n.toString(16);
  return `${hex.padStart(8, '0')}-1111-4222-8333-${hex.padStart(12, '0')}`;
}
