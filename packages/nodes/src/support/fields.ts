import type { ConfigField } from '../config.ts';

/** Fields that several node types have. */

/** Attribute by which a node looks its user up. */
export const identityAttribute: ConfigField = {
  kind: 'string',
  suggests: 'userAttribute',
  label: 'Identity Attribute',
  required: true,
  default: 'userName',
  help: 'Attribute by which the user is found.',
};

/** State key in which the timer nodes keep the time. */
export function startTimeProperty(help: string): ConfigField {
  return { kind: 'stateKey', label: 'Start Time Property', required: true, default: 'TimerNodeStartTime', help };
}

/** Metric that a node records. */
export function metricKey(help: string): ConfigField {
  return { kind: 'string', label: 'Metric Key', required: true, help };
}
