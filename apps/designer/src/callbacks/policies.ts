import { outputTexts } from './read.ts';
import { isObject, type WireCallback } from './wire.ts';
import type { Words } from './words/english.ts';

/**
 * One sentence for each failed policy of the callback, none when it passed. AM sends each as JSON in a string:
 * `{"policyRequirement":"MIN_LENGTH","params":{"minLength":8}}`.
 */
export function failedPolicies(callback: WireCallback, { policies }: Words): string[] {
  return outputTexts(callback, 'failedPolicies').map((text) => {
    let policy: unknown = text;
    try {
      policy = JSON.parse(text);
    } catch {
      return text;
    }
    if (!isObject(policy) || typeof policy.policyRequirement !== 'string') return text;
    const params = isObject(policy.params) ? policy.params : {};
    return policies[policy.policyRequirement]?.(params) ?? policy.policyRequirement.toLowerCase().replaceAll('_', ' ');
  });
}
