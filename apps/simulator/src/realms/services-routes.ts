import { servicesSchema } from '@tandem/api';
import { type Issue, own, type Realm, type RealmServices } from '@tandem/journey';
import { badRequest, ProblemError } from '../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { findRealm } from './find.ts';

/** Settings of the realm's services: transaction time to live, Base URL Source, default journey, session properties, policies. */
export function servicesRoutes(realms: RealmStore): ApiRoute[] {
  const path = '/realms/{realm}/services' as const;
  return [
    jsonRoute({
      method: 'get',
      path,
      summary: 'Settings of the services',
      tag: 'Realms',
      answer: { description: 'What is not set has its default.', schema: servicesSchema },
      handle: ({ params }) => findRealm(realms, params.realm).realm.services,
    }),
    jsonRoute({
      method: 'put',
      path,
      summary: 'Changes the settings of the services',
      tag: 'Realms',
      body: servicesSchema,
      answer: { description: 'As they are now.', schema: servicesSchema },
      async handle({ params: { realm }, body }) {
        findRealm(realms, realm);
        const stored = await realms.apply(realm, (current) => {
          checkDefaultJourney(current.realm, body);
          checkTexts(body, current.realm.services);
          return { services: body };
        });
        return stored.realm.services;
      },
    }),
  ];
}

/** The default journey has to exist, and AM refuses one that must run or only runs inside others (Ping docs: configure authentication trees). */
export function checkDefaultJourney(realm: Realm, { defaultJourney }: RealmServices): void {
  if (defaultJourney === undefined) return;
  const tree = own(realm.journeys, defaultJourney)?.tree;
  const refuse = (message: string, expected: string): never => {
    throw badRequest({ field: 'defaultJourney', message, expected });
  };
  if (!tree) refuse(`The realm has no journey "${defaultJourney}".`, "one of the realm's journeys");
  else if (tree.mustRun) refuse(`"${defaultJourney}" runs even with a session (mustRun), so it cannot be the default.`, 'a journey without mustRun');
  else if (tree.innerTreeOnly || tree.transactionalOnly)
    refuse(`"${defaultJourney}" cannot be started directly, so it cannot be the default.`, 'a journey that clients can start');
}

/**
 * What users are shown says something in each of its languages: IDM refuses terms and questions without text. What the realm holds blank already,
 * from an import, is no reason to refuse the rest; the screen says it.
 */
function checkTexts(body: RealmServices, before: RealmServices): void {
  const known = new Set(textIssues(before).map(({ field }) => field));
  const issues = textIssues(body).filter(({ field }) => !known.has(field));
  if (issues.length > 0) throw new ProblemError(400, issues[0]?.message ?? '', { errors: issues });
}

function textIssues({ termsAndConditions: terms, securityQuestions: questions }: RealmServices): Issue[] {
  const issues: Issue[] = [];
  const check = (field: string, what: string, texts: Readonly<Record<string, string>>) => {
    if (Object.keys(texts).length === 0) issues.push({ field, message: `${what} has no text.`, expected: 'a text in at least one language' });
    for (const [locale, text] of Object.entries(texts))
      if (text.trim() === '') issues.push({ field: `${field}.${locale}`, message: `${what} has no text for "${locale}".`, expected: 'a text' });
  };
  if (terms) check('termsAndConditions.text', 'The version of the terms', terms.text);
  for (const [id, texts] of Object.entries(questions?.questions ?? {})) check(`securityQuestions.questions.${id}`, `Question ${id}`, texts);
  return issues;
}
