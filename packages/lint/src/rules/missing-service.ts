import type { RealmServices } from '@tandem/journey';
import type { Examples, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'missing-service',
  title: 'Realm lacks what the node takes from it',
  severity: 'warning',
  about:
    'Some nodes show what the realm holds: the active terms and conditions, the security questions. Where the realm has none, a simulation uses a stand-in or fails at the node. Set them under Realm, Services.',
  source: 'AM facts 2.3 (Accept Terms and Conditions) and 3.3 (their callbacks)',
  checkNode(node, { realm }) {
    const needs = NEEDS[node.type];
    if (!needs || realm.services[needs.service] !== undefined) return [];
    return [{ node, text: `The realm has no ${needs.name}: set them in its services.` }];
  },
};

const NEEDS: Readonly<Record<string, { service: keyof RealmServices; name: string }>> = {
  AcceptTermsAndConditionsNode: { service: 'termsAndConditions', name: 'terms and conditions' },
  KbaCreateNode: { service: 'securityQuestions', name: 'security questions' },
  KbaVerifyNode: { service: 'securityQuestions', name: 'security questions' },
  KbaDecisionNode: { service: 'securityQuestions', name: 'security questions' },
};

export const examples: Examples = {
  valid: [
    {
      title: 'terms that are set',
      journey: { nodes: { terms: ['AcceptTermsAndConditionsNode'] } },
      realm: {
        services: { transactionTimeToLive: 180, termsAndConditions: { version: '1', text: { en: 'Be kind.' }, createDate: '2026-01-01T00:00:00Z' } },
      },
    },
  ],
  invalid: [
    {
      title: 'no terms',
      journey: { nodes: { terms: ['AcceptTermsAndConditionsNode'] } },
      finds: 'The realm has no terms and conditions: set them in its services.',
    },
  ],
};
