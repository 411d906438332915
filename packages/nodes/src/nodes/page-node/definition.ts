import { type JsonObject, type PageChild, pageChildSchema } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, assumed, EXPORTS, recorded } from '../../support/sources.ts';
import { summarize, textMap } from '../../support/values.ts';

/** By the list they were read from: a page is read at every visit. Documents are never changed in place. */
const known = new WeakMap<readonly unknown[], PageChild[]>();

/** The nodes inside a page, in order; entries that name no node are left out. */
export function pageChildren(config: JsonObject): PageChild[] {
  const list: readonly unknown[] = Array.isArray(config.nodes) ? config.nodes : [];
  let children = known.get(list);
  if (!children) {
    children = list.filter((child): child is PageChild => pageChildSchema.safeParse(child).success);
    known.set(list, children);
  }
  return children;
}

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  version2: 'In version 2.0, too, the outcomes are those of the last node.',
} as const;

export const definition: NodeDefinition = {
  type: 'PageNode',
  name: 'Page Node',
  help: 'Shows several nodes that ask for input as one page.',
  tags: ['utilities'],
  synonyms: ['container', 'form', 'screen', 'group'],
  icon: 'panel-top',
  inPage: 'unsupported',
  // 1.0 stands last because it is what new nodes get: exports of March 2026 still hold it, and PingAM 8.0 knows no other.
  versions: ['2.0', '1.0'],
  fields: {
    pageHeader: { kind: 'localized', label: 'Page Header', default: {}, help: 'Title of the page, by locale.' },
    pageDescription: { kind: 'localized', label: 'Page Description', default: {}, help: 'Text below the title, by locale.' },
    stage: { kind: 'string', label: 'Stage', help: 'Name of the page for the client, or JSON that the login page understands.' },
    nodes: { kind: 'pageChildren', label: 'Nodes', default: [], help: 'The nodes on the page. Only the last one may have more than one outcome.' },
  },
  outcomes: (config, context) => {
    const last = pageChildren(config).at(-1);
    const outcomes = last ? context.childOutcomes(last) : [];
    // The child's own resource may be missing from a file: what AM stored with the page is then all there is.
    if (!last || outcomes.length === 0) return [...context.stored];
    if (context.version !== '2.0') return [...outcomes];
    return outcomes.map(({ id, displayName }) => ({ id: `${last._id}-${id}`, displayName }));
  },
  allOutcomes: null,
  reads: () => [],
  writes: () => [],
  summary: (config) => {
    const count = pageChildren(config).length;
    return summarize(Object.values(textMap(config, 'pageHeader'))[0], count === 1 ? '1 node' : `${count} nodes`);
  },
  sources: [
    recorded('Version 1.0 has the outcomes of its last node.', EXPORTS),
    recorded("Version 2.0 has outcome ids made of the node's id, a hyphen and the node's outcome.", EXPORTS),
    recorded('All callbacks of the page are one step; only the last node may have more than one outcome.', AM_SOURCE),
    recorded('While one node asks again the page is shown with what came back for the others; metadata alone does not keep it open.', AM_SOURCE),
    recorded('pageNodeCallbacks in shared state tells which callback belongs to which node, while the page is shown.', AM_SOURCE),
    recorded("Header and description come in the client's languages, else in the realm's (en_US), else not at all.", AM_SOURCE),
    assumed('A password that came back already is asked for again rather than sent to the client; callbacks are numbered from 0 each time.'),
    assumed(ASSUMED.version2),
  ],
};
