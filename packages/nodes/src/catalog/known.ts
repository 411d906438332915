import type { JsonObject, Outcome } from '@tandem/journey';
import type { ConfigField, ConfigFields } from '../config.ts';
import { singleOutcome } from '../support/outcomes.ts';

/** What is known of a type that is not executed here. */
export interface KnownFacts {
  fields: ConfigFields;
  outcomes(config: JsonObject): Outcome[];
  /** null: free-form. */
  allOutcomes: readonly Outcome[] | null;
}

function facts(outcomes: readonly Outcome[], fields: ConfigFields = {}): KnownFacts {
  return { fields, outcomes: () => [...outcomes], allOutcomes: outcomes };
}

function ids(...pairs: (readonly [id: string, displayName: string])[]): Outcome[] {
  return pairs.map(([id, displayName]) => ({ id, displayName }));
}

const userName: ConfigField = { kind: 'string', label: 'Identity Attribute', required: true, default: 'userName' };
const identityResource: ConfigField = { kind: 'string', label: 'Identity Resource', required: true, default: 'managed/user' };

function off(label: string): ConfigField {
  return { kind: 'boolean', label, default: false };
}

/** Properties, defaults and outcomes from AM 8.0.2's source, by type. */
export const knownFacts: Readonly<Record<string, KnownFacts>> = {
  AcceptTermsAndConditionsNode: facts(singleOutcome),
  CreateObjectNode: facts(ids(['CREATED', 'Created'], ['FAILURE', 'Failed']), { identityResource }),
  PatchObjectNode: facts(ids(['PATCHED', 'Patched'], ['FAILURE', 'Failed']), {
    patchAsObject: off('Patch As Object'),
    ignoredFields: { kind: 'stringList', label: 'Ignored Fields', default: [] },
    identityResource,
    identityAttribute: userName,
  }),
};
