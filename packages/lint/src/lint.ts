import type { JourneyDocument } from '@tandem/journey';
import { contextOf, type LintContext } from './context.ts';
import type { LintNode } from './node.ts';
import type { LintRealm } from './realm.ts';
import type { Finding, JourneyRule, NodeRule, Report, Rule } from './rule.ts';
import { rules } from './rules/index.ts';

const ORDER = { error: 0, warning: 1, info: 2 } as const;
const nodeRules = rules.filter((rule): rule is Extract<Rule, NodeRule> => 'checkNode' in rule);
const journeyRules = rules.filter((rule): rule is Extract<Rule, JourneyRule> => 'check' in rule);

/** Everything the rules say about a journey, the worst first, else in the journey's order. */
export function lint(document: JourneyDocument, realm: LintRealm): Finding[] {
  const context = contextOf(document, realm);
  const found: Finding[] = [];
  for (const node of context.nodes) for (const finding of saidOf(node, context)) found.push(finding);
  for (const rule of journeyRules) for (const report of rule.check(context)) found.push(findingOf(rule, report));
  const order = new Map(context.nodes.map(({ id }, index) => [id, index]));
  const placed = found.map((finding) => ({
    finding,
    at: ORDER[finding.severity] * (order.size + 1) + (order.get(finding.child ?? finding.node ?? '') ?? -1),
  }));
  return placed.sort((a, b) => a.at - b.at).map(({ finding }) => finding);
}

/** What one rule says, for its tests. */
export function lintWith(rule: Rule, document: JourneyDocument, realm: LintRealm): Finding[] {
  const context = contextOf(document, realm);
  const reports = 'checkNode' in rule ? context.nodes.flatMap((node) => rule.checkNode(node, context)) : rule.check(context);
  return reports.map((report) => findingOf(rule, report));
}

/** What was said of a node, as long as node, realm and scripts are the same: after an edit only what changed is looked at again. */
interface Kept {
  realm: LintRealm;
  scripts: JourneyDocument['scripts'];
  tree: string;
  findings: readonly Finding[];
}
const kept = new WeakMap<LintNode, Kept>();

function saidOf(node: LintNode, context: LintContext): readonly Finding[] {
  const { realm, document } = context;
  const known = kept.get(node);
  if (known && known.realm === realm && known.scripts === document.scripts && known.tree === document.tree._id) return known.findings;
  const findings = nodeRules.flatMap((rule) => rule.checkNode(node, context).map((report) => findingOf(rule, report)));
  kept.set(node, { realm, scripts: document.scripts, tree: document.tree._id, findings });
  return findings;
}

function findingOf(rule: Rule, { node, field, script, text, path, fix }: Report): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    node: node?.page?.id ?? node?.id ?? null,
    child: node?.page ? node.id : null,
    place: node === undefined ? 'Journey' : node.page ? `${node.page.name} › ${node.name}` : node.name,
    text,
    ...(field === undefined ? {} : { field }),
    ...(script === undefined ? {} : { script }),
    ...(path === undefined ? {} : { path }),
    ...(fix === undefined ? {} : { fix }),
  };
}
