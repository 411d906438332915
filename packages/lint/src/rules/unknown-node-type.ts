import { isCustomType } from '@tandem/journey';
import { knownNodeType } from '@tandem/nodes';
import type { Examples, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'unknown-node-type',
  title: 'Node type is not known',
  severity: 'warning',
  about:
    'The type is none of AM’s and none of the realm’s custom nodes. The node is kept as it is and a simulation stops at it; a realm without the type refuses the import. Custom nodes are exported in a file of their own.',
  source: 'AM facts 1.2 (unknown type: 404), 1.6 and 1.7',
  checkNode(node, { realm }) {
    if (knownNodeType(node.type, realm.nodeTypes)) return [];
    const what = isCustomType(node.type)
      ? `The realm has no custom node type ${node.type}: import its file.`
      : `${node.type} is no node type of this realm.`;
    return [{ node, text: what }];
  },
};

export const examples: Examples = {
  valid: [
    { title: 'a type of AM', journey: { nodes: { wait: ['PollingWaitNode'] } } },
    { title: 'a type of AM that is not executed here', journey: { nodes: { match: ['DeviceMatchNode'] } } },
  ],
  invalid: [
    { title: 'a type of nobody', journey: { nodes: { odd: ['MyOwnNode'] } }, finds: 'MyOwnNode is no node type of this realm.' },
    {
      title: 'a custom node whose type was not imported',
      journey: { nodes: { odd: ['designer-0123'] } },
      finds: 'The realm has no custom node type designer-0123: import its file.',
    },
  ],
};
