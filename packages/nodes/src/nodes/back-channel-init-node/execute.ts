import { type Identity, isObject, type Json, type JsonObject } from '@tandem/journey';
import { type Action, goTo, isSealed, type NodeContext, NodeProcessError, type TransactionSpec } from '../../contract.ts';
import { identityNamed } from '../../support/attributes.ts';
import { named, numeric, text } from '../../support/values.ts';
import { ASSUMED, DATA_KEY, REDIRECT_KEY, TRANSACTION_KEY } from './definition.ts';

const redirectTypes: readonly TransactionSpec['redirectUrlType'][] = ['GET', 'POST', 'CUSTOM', 'NONE'];

export function execute(context: NodeContext): Action {
  const { config, state } = context;
  const kind = subjectKind(config);
  let subject: Identity | undefined;
  if (kind) {
    const name = stateValue(context, 'usernameKey');
    if (typeof name !== 'string' || name === '') {
      context.log('warn', 'Error retrieving subject from node state.');
      context.because('The subject cannot be read from node state: no text under the Subject Name Key.');
      return goTo('error');
    }
    subject = identityNamed(context, name, kind);
    if (!subject) {
      context.because('The subject in node state matches no identity of the subject type.');
      return goTo('unknown');
    }
  }

  const value = stateValue(context, 'dataKey');
  const data = isObject(value) && !isSealed(value) ? value : undefined;
  const created = start(context, subject, data);
  if (!created) return goTo('error');
  const redirectType = text(config, 'redirectUrlType');
  if (redirectType === 'POST') context.because(ASSUMED.post, 'inferred');
  if (redirectType === 'CUSTOM') context.because(ASSUMED.custom, 'inferred');

  state.putShared(TRANSACTION_KEY, created.id);
  if (created.redirectUri !== undefined) state.putShared(REDIRECT_KEY, created.redirectUri);
  if (data) state.putShared(DATA_KEY, data);
  context.because('The transaction was created.');
  return goTo('created');
}

/** undefined: any subject may finish the journey. */
function subjectKind(config: JsonObject): Identity['kind'] | undefined {
  const type = text(config, 'idType');
  if (type === 'NONE') return undefined;
  return type === 'AGENT' ? 'agent' : 'user';
}

function stateValue(context: NodeContext, property: 'usernameKey' | 'dataKey'): Json | undefined {
  const [key] = named(context.config, property);
  return key === undefined ? undefined : context.state.get(key);
}

function start(
  context: NodeContext,
  subject: Identity | undefined,
  data: JsonObject | undefined,
): { id: string; redirectUri: string | undefined } | undefined {
  const { config } = context;
  try {
    return context.transactions.create({
      journey: text(config, 'tree'),
      subject: subject ? { type: subject.kind, id: subject._id, name: subject.userName } : null,
      data: data ?? {},
      redirectUrlType: redirectTypes.find((type) => type === config.redirectUrlType) ?? 'GET',
      customRedirectUrl: text(config, 'customRedirectUrl') || undefined,
      timeout: numeric(config, 'timeout'),
      allowRetry: config.allowRetry !== false,
    });
  } catch (error) {
    if (!(error instanceof NodeProcessError)) throw error;
    context.log('error', 'Error initializing back channel transaction.');
    context.log('debug', error.message);
    context.because(ASSUMED.cannotStart, 'inferred');
    context.because(`The backchannel journey could not be started: ${error.message}`);
    return undefined;
  }
}
