import { setting } from '../fixes.ts';
import type { Examples, JourneySketch, Rule } from '../rule.ts';
import { labelOf, text } from '../support.ts';

export const rule: Rule = {
  id: 'redirect-url',
  title: 'Custom redirect URL is no address with https',
  severity: 'error',
  about:
    'The other person opens this address with the transaction in its query. It has to be absolute; without https anybody on the way reads the transaction. Addresses of this machine are let through for tests.',
  source: 'AM facts 2.1 (Redirect URL Type, Custom Redirect URL) and 4.4',
  checkNode(node, { realm }) {
    const url = text(node, 'customRedirectUrl');
    if (node.type !== 'BackChannelInitNode' || node.config.redirectUrlType !== 'CUSTOM' || url === '' || url.includes('&{')) return [];
    const label = labelOf(node, 'customRedirectUrl');
    const [, scheme, host] = /^(https?):\/\/([^/?#\s:]+)(?::\d+)?(?:[/?#]\S*)?$/i.exec(url) ?? [];
    const isHere = host === 'localhost' || host === '127.0.0.1';
    if (scheme?.toLowerCase() === 'https' || (scheme !== undefined && isHere)) return [];
    if (scheme === undefined)
      return [{ node, field: 'customRedirectUrl', text: `${label} is no absolute address: write one such as https://www.example.com/verify.` }];
    const fix = setting(node, realm, 'customRedirectUrl', url.replace(/^http:/i, 'https:'), `Use https in ${label} of ${node.name}`);
    return [{ node, field: 'customRedirectUrl', text: `${label} has no https: the transaction could be read on the way.`, fix }];
  },
};

const init = (customRedirectUrl: string): JourneySketch => ({
  nodes: { init: ['BackChannelInitNode', { tree: 'Verify', usernameKey: 'username', redirectUrlType: 'CUSTOM', customRedirectUrl }] },
});

export const examples: Examples = {
  valid: [
    { title: 'https', journey: /* @__PURE__ */ init('https://www.example.com/verify') },
    { title: 'this machine', journey: /* @__PURE__ */ init('http://localhost:3000/verify') },
  ],
  invalid: [
    {
      title: 'a path alone',
      journey: /* @__PURE__ */ init('/verify'),
      finds: 'Custom Redirect URL is no absolute address: write one such as https://www.example.com/verify.',
    },
    {
      title: 'http',
      journey: /* @__PURE__ */ init('http://www.example.com/verify'),
      finds: 'Custom Redirect URL has no https: the transaction could be read on the way.',
    },
  ],
};
