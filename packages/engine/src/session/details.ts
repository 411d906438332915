import type { JsonObject } from '@tandem/journey';
import { jsonOrText } from '@tandem/nodes';
import { own } from '../own.ts';
import type { Session, SsoSession } from '../state.ts';

/** Whether a Set Success Details node left something for the answer: AM reads it from the new session, so a journey without one fails (Ping docs). */
export function wantsDetails({ details }: Session): boolean {
  return Object.keys(details.success).length > 0 || Object.keys(details.session).length > 0;
}

/** Further keys of the answer at Success: values of session properties, those that exist, then fixed ones (AM 8.0.2, SuccessDetailsTreeHook). */
export function successDetails({ details }: Session, sso: SsoSession | undefined): JsonObject {
  const properties: JsonObject = {};
  for (const [field, name] of Object.entries(details.session)) {
    const value = sso && own(sso.properties, name);
    if (value !== undefined) properties[field] = jsonOrText(value);
  }
  return { ...properties, ...details.success };
}
