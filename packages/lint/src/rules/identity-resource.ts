import { setting } from '../fixes.ts';
import type { Examples, Rule } from '../rule.ts';
import { labelOf, text } from '../support.ts';

export const rule: Rule = {
  id: 'identity-resource',
  title: 'Node works on other identities than the journey',
  severity: 'error',
  about: 'Create Object and Patch Object have to name the identity resource of the journey; with another one the run ends.',
  source: 'AM facts 1.1 (identityResource)',
  check: ({ nodes, document, realm }) =>
    nodes.flatMap((node) => {
      const own = document.tree.identityResource;
      const named = text(node, 'identityResource');
      if ((node.type !== 'CreateObjectNode' && node.type !== 'PatchObjectNode') || own === undefined || named === '' || named === own) return [];
      const fix = setting(node, realm, 'identityResource', own, `Set ${labelOf(node, 'identityResource')} of ${node.name} to ${own}`);
      return [{ node, field: 'identityResource', text: `The journey is for ${own}, this node for ${named}.`, fix }];
    }),
};

export const examples: Examples = {
  valid: [{ title: 'the same', journey: { nodes: { make: ['CreateObjectNode', { identityResource: 'managed/alpha_user' }] } } }],
  invalid: [
    {
      title: 'another',
      journey: { nodes: { make: ['CreateObjectNode', { identityResource: 'managed/bravo_user' }] } },
      finds: 'The journey is for managed/alpha_user, this node for managed/bravo_user.',
    },
  ],
};
