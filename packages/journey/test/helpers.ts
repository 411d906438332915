import { expect } from 'vitest';
import { parseExport } from '../src/formats/read.ts';
import type { ExportMeta } from '../src/formats/write.ts';
import { type ConflictMode, type ImportPlan, planImport } from '../src/import/plan.ts';
import { emptyRealm, INT_MAX, type Issue, type Json, type JsonObject, type NodeKnowledge, type Realm } from '../src/index.ts';
import { ImportRefused } from '../src/refused.ts';

const known = new Set(['PageNode', 'ScriptedDecisionNode', 'InnerTreeEvaluatorNode', 'BackChannelInitNode', 'EmailTemplateNode', 'MessageNode']);
const texts = (...values: (Json | undefined)[]): string[] => values.filter((value) => typeof value === 'string');

/** Stands in for `@tandem/nodes`. */
export const knowledge: NodeKnowledge = {
  nodeTypeKnown: (type) => known.has(type),
  references: (type, config) => ({
    journeys: type === 'InnerTreeEvaluatorNode' || type === 'BackChannelInitNode' ? texts(config.tree) : [],
    scripts: type === 'ScriptedDecisionNode' ? texts(config.script) : [],
    emailTemplates: type === 'EmailTemplateNode' ? texts(config.emailTemplateName) : [],
  }),
  outOfBounds: (type, { timeout }) =>
    type === 'BackChannelInitNode' && typeof timeout === 'number' && timeout > INT_MAX ? [{ field: 'timeout', expected: 'less' }] : [],
};

export const meta: ExportMeta = {
  origin: 'http://localhost:8080',
  exportedBy: 'amadmin',
  exportDate: '2026-05-01T00:00:00.000Z',
  amVersion: '8.1.0',
};

/** Applies a plan as the simulator does, without changing the realm given. */
export function applied(realm: Realm, plan: Pick<ImportPlan, 'puts'>): Realm {
  const next = structured(realm);
  for (const { kind, key, value } of plan.puts) (next[kind] as Record<string, unknown>)[key] = value;
  return next;
}

export function imported(realm: Realm, file: string, conflict: ConflictMode = 'replace'): Realm {
  return applied(realm, planImport(realm, parseExport(file), { conflict }, knowledge));
}

export function realmOf(...files: string[]): Realm {
  return files.reduce((realm, file) => imported(realm, file), emptyRealm('alpha'));
}

/** What a refused input was refused for. */
export function refusal(action: () => unknown): ImportRefused {
  try {
    action();
  } catch (error) {
    if (error instanceof ImportRefused) return error;
    throw error;
  }
  return expect.fail('it was not refused');
}

export function fieldsOf(issues: readonly Issue[]): (string | undefined)[] {
  return issues.map((issue) => issue.field);
}

/** A copy through JSON, as a file or a database makes it. */
export function structured<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

export function parsed(text: string): JsonObject {
  return JSON.parse(text) as JsonObject;
}
