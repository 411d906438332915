import type { Identity, Json } from '@tandem/journey';
import { type Action, type AnsweredCallback, goTo, type NodeContext, send } from '../../contract.ts';
import type { FailedPolicy } from '../../secret-effects.ts';
import { collectAttributes, collectedObject, identifyingAttribute, onlyUser } from '../../support/attributes.ts';
import { answeredValidateOnly, outputOf } from '../../support/callbacks.ts';
import { failuresText } from '../../support/policies.ts';
import { failuresOf } from '../../support/validation.ts';
import { flag, text, texts } from '../../support/values.ts';
import { attributeCallback, type Collected, coerced, collectable } from './attribute.ts';
import { ASSUMED } from './definition.ts';

interface Given {
  value: Json;
  callback: AnsweredCallback;
}

export function execute(context: NodeContext): Action {
  const { config } = context;
  const validates = flag(config, 'validateInputs');
  const attributes = texts(config, 'attributesToCollect').map((name) => collectable(context, name));
  const user = knownUser(context);
  const given = new Map((context.callbacks ?? []).flatMap((callback) => givenValue(callback)));
  const ask = (failed = new Map<string, FailedPolicy[]>()): Action =>
    send(attributes.map((attribute) => attributeCallback(context, attribute, user, given.get(attribute.name), failed.get(attribute.name) ?? [])));

  if (attributes.some(({ schema }) => !schema)) context.because(ASSUMED.undeclared, 'inferred');
  if (!context.callbacks) return ask();
  if (flag(config, 'required') && attributes.some(({ name }) => isEmpty(given.get(name)?.value))) {
    if (attributes.some(({ name }) => given.get(name)?.value === '')) context.because(ASSUMED.empty, 'inferred');
    context.because('A required attribute has no value.', 'recorded');
    return ask();
  }
  if (validates) {
    const failed = failures(context, attributes, given);
    if (failed.size > 0) {
      const told = [...failed].map(([name, failures]) => `${name} failed ${failuresText(failures)}.`);
      context.because(told.join(' '), 'recorded');
      return ask(failed);
    }
    if ([...given.values()].some(({ callback }) => answeredValidateOnly(callback))) {
      context.because('The client only wanted the values validated.', 'recorded');
      return ask();
    }
  }
  collectAttributes(
    context,
    'shared',
    attributes.flatMap(({ name }) => {
      const answer = given.get(name);
      return answer ? [[name, answer.value] as const] : [];
    }),
  );
  context.because('The attributes are kept in shared state.', 'recorded');
  return goTo('outcome');
}

/** The user whose present values the form starts with, if node state names one. */
function knownUser(context: NodeContext): Identity | undefined {
  const attribute = text(context.config, 'identityAttribute') || 'userName';
  const value = identifyingAttribute(context, attribute);
  return value === undefined ? undefined : onlyUser(context, attribute, value);
}

function givenValue(callback: AnsweredCallback): [string, Given][] {
  const name = outputOf(callback, 'name');
  const kind = /^(String|Number|Boolean)AttributeInputCallback$/.exec(callback.type)?.[1];
  return typeof name === 'string' && kind ? [[name, { value: coerced(kind, callback.values['']), callback }]] : [];
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function failures(context: NodeContext, attributes: readonly Collected[], given: ReadonlyMap<string, Given>): Map<string, FailedPolicy[]> {
  const object = collectedObject(context);
  const found = attributes.map(({ name, schema }): [string, FailedPolicy[]] => [
    name,
    schema ? failuresOf(context, schema, given.get(name)?.value ?? null, object) : [],
  ]);
  return new Map(found.filter(([, failed]) => failed.length > 0));
}
