import { connect, type JourneyDocument, type Outcome, own, setOutcomes } from '@tandem/journey';
import type { Command } from './history.ts';
import { definitionFor, type Kinds, nameOf, outcomesIn, pageOf, pageOutcomes, placement } from './nodes.ts';

/** The node's version, "1.0" where the file has none, and the one that new nodes get when that is newer (AM's "Update available"). */
export function versionOf(
  kinds: Kinds,
  document: JourneyDocument,
  id: string,
): { version: string; versions: readonly string[]; update: string | null } {
  const version = placement(document, id)?.version ?? document.nodes[id]?._type.version;
  const now = typeof version === 'string' ? version : '1.0';
  const versions = definitionFor(kinds, document, id)?.versions ?? [];
  const standard = versions.at(-1) ?? now;
  return { version: now, versions, update: Number.parseFloat(now) < Number.parseFloat(standard) ? standard : null };
}

export interface VersionChange {
  gone: { outcome: Outcome; to: string | null }[];
  added: Outcome[];
  /** Outcomes that get another id and keep their connection. */
  renamed: { from: Outcome; to: Outcome }[];
}

/** What another version would do to the outcomes: one of the same name is the same outcome, whatever its id. */
export function changesOfVersion(kinds: Kinds, document: JourneyDocument, id: string, version: string): VersionChange {
  const before = outcomesIn(kinds, document, id);
  const after = outcomesIn(kinds, withVersion(document, id, version), id);
  const connections = document.tree.nodes?.[id]?.connections ?? {};
  const has = (list: readonly Outcome[], outcome: Outcome) => list.some((other) => other.id === outcome.id);
  const twin = (outcome: Outcome) => after.find((other) => !has(before, other) && other.displayName === outcome.displayName);
  const lost = before.filter((outcome) => !has(after, outcome));
  const renamed = lost.flatMap((from) => {
    const to = twin(from);
    return to ? [{ from, to }] : [];
  });
  return {
    renamed,
    gone: lost.filter((outcome) => !twin(outcome)).map((outcome) => ({ outcome, to: connections[outcome.id] ?? null })),
    added: after.filter((outcome) => !has(before, outcome) && !renamed.some(({ to }) => to === outcome)),
  };
}

/** Gives a node another version; connections of outcomes that it does not have are cut. */
export function versionCommand(kinds: Kinds, document: JourneyDocument, id: string, version: string): Command {
  const isUpdate = Number.parseFloat(version) > Number.parseFloat(versionOf(kinds, document, id).version);
  return {
    name: `${isUpdate ? 'Update' : 'Revert'} ${nameOf(kinds, document, id)} to version ${version}`,
    apply(current) {
      // A file may place a node without bringing its settings: there is nothing to have a version then.
      if (own(current.nodes, id) === undefined) return current;
      const { renamed } = changesOfVersion(kinds, current, id, version);
      const connections = current.tree.nodes?.[id]?.connections ?? {};
      const changed = withVersion(current, id, version);
      const page = pageOf(changed, id);
      if (page !== null) return setOutcomes(changed, page, pageOutcomes(kinds, changed, page), outcomesIn(kinds, current, page)).document;
      const tree = renamed.reduce((rest, { from, to }) => {
        const target = connections[from.id];
        return target === undefined ? rest : connect(rest, id, to.id, target);
      }, changed.tree);
      return setOutcomes({ ...changed, tree }, id, outcomesIn(kinds, changed, id), outcomesIn(kinds, current, id)).document;
    },
  };
}

function withVersion(document: JourneyDocument, id: string, version: string): JourneyDocument {
  const resource = own(document.nodes, id);
  if (!resource) return document;
  const nodes = { ...document.nodes, [id]: { ...resource, _type: { ...resource._type, version } } };
  const placed = own(document.tree.nodes, id);
  if (placed) return { ...document, nodes, tree: { ...document.tree, nodes: { ...document.tree.nodes, [id]: { ...placed, version } } } };
  const page = pageOf(document, id);
  const holder = page === null ? undefined : own(document.nodes, page);
  if (page === null || !holder || !Array.isArray(holder.nodes)) return document;
  const children = holder.nodes.map((child) => ((child as { _id?: unknown })._id === id ? { ...(child as object), nodeVersion: version } : child));
  return { ...document, nodes: { ...nodes, [page]: { ...holder, nodes: children } } };
}
