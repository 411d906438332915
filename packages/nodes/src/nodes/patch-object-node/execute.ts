import { changesBetween, type Identity, isObject, isUserType, type JsonObject, managedType } from '@tandem/journey';
import { type Action, goTo, isSealed, type NodeContext, NodeProcessError } from '../../contract.ts';
import { collectedObject, identifyingAttribute, onlyUser } from '../../support/attributes.ts';
import { identityAttributeOf } from '../../support/managed-user.ts';
import { userAttribute } from '../../support/user-schema.ts';
import { flag, text, texts } from '../../support/values.ts';
import { collectedFields, missingAttributes, patchedObject } from '../../support/write-object.ts';
import { failedAttributes, refusal, withAcceptedTerms, withAttributes, writable } from '../../support/write-user.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { config } = context;
  const resource = text(config, 'identityResource') || 'managed/user';
  if (resource !== context.identityResource) {
    throw new NodeProcessError(
      `Configured identity resource for the node (${resource}) does not match the configured identity resource for the tree (${context.identityResource})`,
    );
  }
  const type = managedType(resource);
  if (type === undefined) return failed(context, `not simulated: objects of ${resource}; Tandem keeps managed objects only`, 'inferred');
  const attribute = identityAttributeOf(config);
  const value = identifyingAttribute(context, attribute, true);
  if (value === undefined) return failed(context, `Node state holds neither ${attribute} nor username`);
  return isUserType(type) ? patchUser(context, attribute, value) : patchObject(context, type, attribute, value);
}

function patchUser(context: NodeContext, attribute: string, value: string): Action {
  const user = onlyUser(context, attribute, value);
  if (!user) throw new NodeProcessError('Failed to retrieve existing object');
  const fields = writable(wanted(context, collectedObject(context)));
  if (Object.keys(fields).length === 0) return patched(context, 'There is nothing to change.');
  const forbidden = flag(context.config, 'patchAsObject') ? Object.keys(fields).filter((name) => isForbidden(context, name)) : [];
  if (forbidden.length > 0) {
    context.session.setFailureMessage('Access denied');
    context.because(ASSUMED.accountStatus, 'inferred');
    return failed(context, `Users may not change ${forbidden.join(', ')} themselves`);
  }
  const failures = failedAttributes(context, fields, user);
  if (failures.size > 0) return refused(context, refusal(failures));
  const changed = withAcceptedTerms(withAttributes(context, user, fields), context.state.get('termsAccepted'));
  const names = changedNames(user as Identity & JsonObject, changed as Identity & JsonObject);
  if (names.length === 0) {
    context.because(ASSUMED.unchanged, 'inferred');
    return patched(context, `${user.userName} has these values already.`);
  }
  if (Object.values(fields).some((field) => isObject(field) && !isSealed(field))) context.because(ASSUMED.laidOver, 'inferred');
  context.store.save(changed);
  return patched(context, `${names.join(', ')} of ${user.userName} changed.`);
}

function patchObject(context: NodeContext, type: string, attribute: string, value: string): Action {
  const [object, ...others] = context.objects.find(type, attribute, value);
  if (!object || others.length > 0) throw new NodeProcessError('Failed to retrieve existing object');
  const changed = patchedObject(object, wanted(context, collectedFields(context)));
  context.because(ASSUMED.otherObjects, 'inferred');
  const missing = missingAttributes(type, changed);
  if (missing.length > 0) return refused(context, `Policy validation failed: ${missing.map((name) => `${name} REQUIRED`).join('; ')}`);
  const names = changedNames(object, changed);
  if (names.length === 0) context.because(ASSUMED.unchanged, 'inferred');
  if (names.length === 0) return patched(context, `managed/${type}/${changed._id} has these values already.`);
  context.store.saveObject(type, changed);
  return patched(context, `${names.join(', ')} of managed/${type}/${changed._id} changed.`);
}

/** Collected attributes without the ignored ones. */
function wanted(context: NodeContext, collected: JsonObject): JsonObject {
  return texts(context.config, 'ignoredFields').reduce(without, collected);
}

/** Attributes that really differ, as IDM names them: a password is one, whatever its hash. */
function changedNames(before: JsonObject, after: JsonObject): string[] {
  const names = changesBetween(before, after).map(({ path }) => path.join('/'));
  return [...new Set(names.map((name) => (name === 'passwordHash' ? 'password' : name)))];
}

function isForbidden(context: NodeContext, name: string): boolean {
  return userAttribute(context.services, name)?.userEditable === false;
}

/** A field named by path is left out, and the object that held it when it is empty then. */
function without(object: JsonObject, path: string): JsonObject {
  const [first = '', ...rest] = path.replace(/^\//, '').split('/');
  const { [first]: value, ...others } = object;
  if (rest.length === 0 || value === undefined) return others;
  if (!isObject(value)) return object;
  const inner = without(value, rest.join('/'));
  return Object.keys(inner).length === 0 ? others : { ...object, [first]: inner };
}

function patched(context: NodeContext, why: string): Action {
  context.because(why, 'recorded');
  return goTo('PATCHED');
}

function refused(context: NodeContext, why: string): Action {
  context.session.setFailureMessage('Policy validation failed');
  return failed(context, why);
}

function failed(context: NodeContext, why: string, mark: 'recorded' | 'inferred' = 'recorded'): Action {
  context.log('warn', `Failed to patch object: ${why}`);
  context.because(why, mark);
  return goTo('FAILURE');
}
