import { own } from '@tandem/journey';
import type { LintNode } from '../node.ts';
import type { Examples, Fix, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'older-node-version',
  title: 'Node is of an older version than new ones',
  severity: 'info',
  about: 'AM marks such a node with “Update available”. Newer versions may have other settings and outcomes, so look at it after an update.',
  source: 'AM facts 1.3 (node versions) and 7.1 (Update Available)',
  checkNode(node) {
    const standard = node.definition.versions.at(-1) ?? '1.0';
    // Where AM knows newer versions than new nodes get, neither is old.
    if (!(Number.parseFloat(node.version) < Number.parseFloat(standard))) return [];
    return [
      { node, text: `Version ${node.version}; new nodes of this type are ${standard}.`, ...(node.page ? {} : { fix: updating(node, standard) }) },
    ];
  },
};

function updating(node: LintNode, version: string): Fix {
  return {
    name: `Update ${node.name} to version ${version}`,
    apply(document) {
      const placed = own(document.tree.nodes, node.id);
      const resource = own(document.nodes, node.id);
      if (!placed || !resource) return document;
      return {
        ...document,
        tree: { ...document.tree, nodes: { ...document.tree.nodes, [node.id]: { ...placed, version } } },
        nodes: { ...document.nodes, [node.id]: { ...resource, _type: { ...resource._type, version } } },
      };
    },
  };
}

export const examples: Examples = {
  valid: [
    { title: 'the version that new nodes get', journey: { nodes: { wait: ['PollingWaitNode'] } } },
    {
      title: 'a newer one',
      journey: { nodes: { page: ['PageNode', {}, {}, { name: ['UsernameCollectorNode'] }] } },
      placed: { page: { version: '2.0' } },
    },
  ],
  invalid: [
    {
      title: 'an older one',
      journey: { nodes: { wait: ['PollingWaitNode'] } },
      placed: { wait: { version: '0.9' } },
      finds: 'Version 0.9; new nodes of this type are 1.0.',
    },
  ],
};
