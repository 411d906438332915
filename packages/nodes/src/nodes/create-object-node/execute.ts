import { type Identity, isUserType, type JsonObject, managedType } from '@tandem/journey';
import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { collectedObject } from '../../support/attributes.ts';
import { KBA_ATTRIBUTE } from '../../support/security-answers.ts';
import { requiredAttributes, userAttribute } from '../../support/user-schema.ts';
import { text } from '../../support/values.ts';
import { collectedFields, createObject, missingAttributes } from '../../support/write-object.ts';
import { failedAttributes, refusal, withAcceptedTerms, withAttributes, writable } from '../../support/write-user.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const resource = text(context.config, 'identityResource') || 'managed/user';
  if (resource !== context.identityResource) {
    throw new NodeProcessError(
      `Configured identity resource for the node (${resource}) does not match the configured identity resource for the tree (${context.identityResource})`,
    );
  }
  const type = managedType(resource);
  if (type === undefined) return failed(context, `not simulated: objects of ${resource}; Tandem keeps managed objects only`, 'inferred');
  return isUserType(type) ? createUser(context) : create(context, type);
}

function createUser(context: NodeContext): Action {
  const attributes = writable(collectedObject(context));
  const missing = requiredAttributes.filter((name) => !Object.hasOwn(attributes, name));
  if (missing.length > 0) return failed(context, missingFields(missing));
  const failures = failedAttributes(context, attributes, undefined);
  if (failures.size > 0) {
    context.session.setFailureMessage('Policy validation failed');
    return failed(context, refusal(failures));
  }
  return userCreated(context, attributes);
}

function userCreated(context: NodeContext, attributes: JsonObject): Action {
  const now = new Date(context.now).toISOString();
  const blank = {
    _id: context.random.uuid(),
    kind: 'user',
    userName: String(attributes.userName),
    accountStatus: 'active',
    _meta: { createDate: now, lastChanged: { date: now }, loginCount: 0 },
  } satisfies Identity & JsonObject;
  const user = withAttributes(context, blank, attributes);
  context.because(ASSUMED.meta, 'inferred');
  if (Object.keys(attributes).some((name) => isAssumedAttribute(context, name))) context.because(ASSUMED.undeclared, 'inferred');
  context.store.save(withAcceptedTerms(user, context.state.get('termsAccepted')));
  context.because(ASSUMED.id, 'inferred');
  return created(context, user._id, `User ${user.userName} is created.`);
}

/** Whether nothing says how such a value is stored: the realm does not declare it. */
function isAssumedAttribute(context: NodeContext, name: string): boolean {
  return name !== KBA_ATTRIBUTE && userAttribute(context.services, name) === undefined;
}

function create(context: NodeContext, type: string): Action {
  const fields = collectedFields(context);
  context.because(ASSUMED.otherObjects, 'inferred');
  const missing = missingAttributes(type, fields);
  if (missing.length > 0) return failed(context, missingFields(missing));
  const { _id } = createObject(context, type, fields);
  return created(context, _id, `Object managed/${type}/${_id} is created.`);
}

function created(context: NodeContext, id: string, rule: string): Action {
  context.state.putShared('_id', id);
  context.because(rule, 'recorded');
  return goTo('CREATED');
}

function missingFields(names: readonly string[]): string {
  return `Creation object does not have all required fields: ${names.join(', ')} missing`;
}

function failed(context: NodeContext, why: string, mark: 'recorded' | 'inferred' = 'recorded'): Action {
  context.log('warn', `Failed to create object: ${why}`);
  context.because(why, mark);
  return goTo('FAILURE');
}
