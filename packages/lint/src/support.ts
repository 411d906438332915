import { findCustomType, type Outcome, PAGE_TYPE } from '@tandem/journey';
import { type ConfigField, nativeDefinition } from '@tandem/nodes';
import type { ScriptFacts } from '@tandem/scripting/language';
import { customFacts, factsOf, type LintContext, scriptOf } from './context.ts';
import { namesIn } from './flow/writes.ts';
import type { LintNode } from './node.ts';
import type { ScriptPlace } from './rule.ts';

/** Small questions that several rules ask. */

export function text(node: LintNode, field: string): string {
  const value = node.config[field];
  return typeof value === 'string' ? value : '';
}

export function whole(node: LintNode, field: string): number | undefined {
  const value = node.config[field];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function fieldsOf(node: LintNode): [string, ConfigField][] {
  return Object.entries(node.definition.fields);
}

export function labelOf(node: LintNode, field: string): string {
  return node.definition.fields[field]?.label ?? field;
}

/** The name of an outcome as the canvas shows it. */
export function outcomeName(node: LintNode, id: string): string {
  return node.outcomes.find((outcome: Outcome) => outcome.id === id)?.displayName || id;
}

/** Names of node types whose behaviour is described: AM's own that have a definition here. */
export function isNative(node: LintNode): boolean {
  return nativeDefinition(node.type) !== undefined;
}

/** The script that a node runs, with where findings in it are to be shown; undefined for nodes without one, or one that the realm lacks. */
export function scriptAt(node: LintNode, context: LintContext): { facts: ScriptFacts; name: string; id: string | null } | undefined {
  const custom = findCustomType(context.realm, node.type);
  if (custom) return { facts: customFacts(custom), name: custom.displayName, id: null };
  const id = node.definition.scripts?.(node.config)[0];
  const script = id === undefined ? undefined : scriptOf(context, id);
  return script && id !== undefined ? { facts: factsOf(script), name: script.name, id } : undefined;
}

export function placeIn(id: string | null, { line, column }: { line: number; column: number }): ScriptPlace | undefined {
  return id === null ? undefined : { id, line, column };
}

/** Texts that a value of a script can stand for at this node; null: only a run knows. */
export function textsOf(value: ScriptFacts['reads'][number]['value'], node: LintNode): string[] | null {
  if (value === null) return null;
  return 'text' in value ? [value.text] : namesIn(node.config[value.property]);
}

/** Node types that never ask the client for anything: a run passes through them at once. */
const SILENT = new Set([
  'AccountActiveDecisionNode',
  'AccountLockoutNode',
  'AnonymousUserNode',
  'AttributePresentDecisionNode',
  'AttributeValueDecisionNode',
  'BackChannelInitNode',
  'BackChannelStatusNode',
  'BackchannelNotificationNode',
  'CreateObjectNode',
  'DataStoreDecisionNode',
  'EmailTemplateNode',
  'FlowControlNode',
  'IdentifyExistingUserNode',
  'IncrementLoginCountNode',
  'KbaDecisionNode',
  'LoginCountDecisionNode',
  'MeterNode',
  'ModifyAuthLevelNode',
  'OneTimePasswordGeneratorNode',
  'OneTimePasswordSmsSenderNode',
  'OneTimePasswordSmtpSenderNode',
  'PatchObjectNode',
  'PushAuthenticationSenderNode',
  'PushResultVerifierNode',
  'QueryFilterDecisionNode',
  'SetFailureDetailsNode',
  'SetFailureUrlNode',
  'SetSessionPropertiesNode',
  'SetStateNode',
  'SetSuccessDetailsNode',
  'SetSuccessUrlNode',
  'TimerStartNode',
  'TimerStopNode',
]);

/** Whether a run goes on from here without the client: nothing is asked, nothing waited for. What is not known may ask. */
export function passesAtOnce(node: LintNode, context: LintContext): boolean {
  if (node.type === PAGE_TYPE) return node.children.length > 0 && node.children.every((child) => passesAtOnce(child, context));
  if (SILENT.has(node.type)) return true;
  if (node.type !== 'ScriptedDecisionNode' && !findCustomType(context.realm, node.type)) return false;
  const script = scriptAt(node, context);
  return script?.facts.parsed === true && !script.facts.asks;
}

/** Seconds that a node makes the client wait; null: it waits, a run knows how long; undefined: it is no wait. */
export function waitOf(node: LintNode, context: LintContext): { seconds: number | null; tolerance: number | null } | undefined {
  if (node.type === 'PollingWaitNode')
    return polling(whole(node, 'secondsToWait') ?? 8, node.config.spamDetectionEnabled, whole(node, 'spamDetectionTolerance') ?? 3);
  if (node.type === 'PushWaitNode') return { seconds: whole(node, 'secondsToWait') ?? 5, tolerance: null };
  const imitated = node.type === 'ConfigProviderNode' ? text(node, 'nodeType') : '';
  if (imitated !== 'PollingWaitNode' && imitated !== 'PushWaitNode') return undefined;
  const config = scriptAt(node, context)?.facts.config;
  if (!config) return { seconds: null, tolerance: null };
  const seconds = typeof config.secondsToWait === 'number' ? config.secondsToWait : null;
  return polling(seconds, config.spamDetectionEnabled, typeof config.spamDetectionTolerance === 'number' ? config.spamDetectionTolerance : null);
}

function polling(seconds: number | null, detects: unknown, tolerance: number | null): { seconds: number | null; tolerance: number | null } {
  return { seconds, tolerance: detects === true ? tolerance : null };
}

export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
