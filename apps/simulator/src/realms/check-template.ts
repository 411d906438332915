import { type Issue, isObject, type Json, type JsonObject } from '@tandem/journey';
import { templateProblem } from '@tandem/nodes';
import { ProblemError } from '../http/problem.ts';

/**
 * Texts of an email template that could not be filled in when it is sent. What the realm has already (an import may bring anything) may stay.
 *
 * @throws ProblemError 400 with an issue for each text, at `message.en` or the like
 */
export function checkTemplate(given: JsonObject, before: JsonObject | undefined): void {
  const stored = new Map(before ? textsOf(before) : []);
  const issues = textsOf(given).flatMap(([field, text]): Issue[] => {
    const message = stored.get(field) === text ? undefined : templateProblem(text);
    return message === undefined ? [] : [{ field, message, expected: 'Handlebars such as {{#if object.mail}}...{{/if}}' }];
  });
  if (issues.length > 0) throw new ProblemError(400, issues[0]?.message ?? '', { errors: issues });
}

function textsOf(template: JsonObject): [field: string, text: string][] {
  return ['subject', 'message', 'html'].flatMap((key): [string, string][] => {
    const value = template[key];
    const texts: [string, Json][] = isObject(value) ? Object.entries(value as JsonObject).map(([locale, text]) => [`${key}.${locale}`, text]) : [];
    return (typeof value === 'string' ? [[key, value] as [string, Json]] : texts).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
  });
}
