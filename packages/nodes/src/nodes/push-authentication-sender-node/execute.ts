import { type Identity, INT_MAX, isObject, type Json, type JsonObject } from '@tandem/journey';
import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import type { PushRequest } from '../../messages.ts';
import { userInState } from '../../support/credentials.ts';
import { messageText } from '../../support/messaging.ts';
import { mechanismOf, pushDevices } from '../../support/push-devices.ts';
import { flag, numeric, text, texts } from '../../support/values.ts';
import { drawChallenge } from './challenge.ts';
import { ASSUMED, DEFAULT_TIMEOUT } from './definition.ts';

const MAX_PAYLOAD_BYTES = 3 * 1024;
/** AM's words for what goes wrong, by the reason that a captured failure notes. */
const FAILURES = {
  MISSING_USERNAME: 'Expected username to be set.',
  SENDER_ALREADY_USED: 'Message ID is already set! Must finish one push authentication before starting a new one.',
  TRANSMISSION_FAILURE: 'AuthenticatorPush :: sendMessage() : Failed to transmit message through PushService.',
} as const;

export function execute(context: NodeContext): Action {
  const { config, state } = context;
  const username = state.getIn('shared', 'username');
  if (typeof username !== 'string') return failed(context, 'MISSING_USERNAME', 'No username is in shared state.');
  const underWay = state.getIn('shared', 'pushMessageId');
  if (underWay !== undefined && underWay !== null) return failed(context, 'SENDER_ALREADY_USED', 'Another push is under way.');
  const user = userInState(context);
  if (!user) return failed(context, 'TRANSMISSION_FAILURE', 'Failed to fetch identity.');
  if (!flag(config, 'mandatory') && skips(user)) {
    context.because(ASSUMED.skip, 'inferred');
    context.because('The user chose to skip push.', 'recorded');
    return goTo('SKIPPED');
  }
  const [device] = pushDevices(user);
  if (!device) {
    state.putShared('mfaMethod', 'push');
    context.because('The user has no push device.', 'recorded');
    return goTo('NOT_REGISTERED');
  }
  if (!flag(config, 'mandatory')) context.because(ASSUMED.skip, 'inferred');
  return sendPush(context, username, device);
}

function sendPush(context: NodeContext, username: string, device: JsonObject): Action {
  const { config, state, now } = context;
  // A file may hold any number; AM's own is an int.
  const timeout = Math.min(numeric(config, 'messageTimeout') ?? DEFAULT_TIMEOUT, INT_MAX);
  const payload = payloadOf(context);
  if (payload && bytesOf(JSON.stringify(payload)) > MAX_PAYLOAD_BYTES) {
    return failed(context, 'TRANSMISSION_FAILURE', 'Payload data exceed maximum accepted size');
  }
  const type = pushType(config);
  const challenge = type === 'CHALLENGE' ? drawChallenge(context.random) : undefined;
  const issuer = text(device, 'issuer') || 'ForgeRock';
  const message = messageText(context, 'userMessage', 'Login attempt from {{user}} at {{issuer}}');
  const id = context.outbox.send({
    kind: 'push',
    to: text(device, 'deviceName') || username,
    subject: issuer,
    text: message.replaceAll('{{user}}', () => username).replaceAll('{{issuer}}', () => issuer),
    push: {
      type,
      ...challenge,
      expiresAt: now + timeout,
      ...(flag(config, 'contextInfo') ? { context: contextInfo(context) } : {}),
      ...(payload ? { payload } : {}),
    },
  });
  if (challenge) state.putShared('pushNumberChallengeKey', challenge.number);
  state.putShared('pushMessageId', id);
  state.putShared('t', timeout);
  state.putShared('pushMechanismUid', mechanismOf(device));
  context.because(ASSUMED.arrives, 'inferred');
  context.because('The push was sent to the first device of the user.', 'recorded');
  return goTo('SENT');
}

function failed(context: NodeContext, reason: keyof typeof FAILURES, detail: string): Action {
  context.log('debug', detail);
  if (!flag(context.config, 'captureFailure')) throw new NodeProcessError(FAILURES[reason]);
  context.state.putShared('PushAuthFailureReason', reason);
  context.because(`${detail} Failures are captured.`, 'recorded');
  return goTo('FAILURE');
}

/** AM's SkipSetting: 0 not set, 1 skippable, 2 not skippable. */
function skips(user: Identity): boolean {
  return String(user.push2faEnabled) === '1';
}

function pushType(config: JsonObject): PushRequest['type'] {
  const type = text(config, 'pushType');
  return type === 'CHALLENGE' || type === 'BIOMETRIC' ? type : 'DEFAULT';
}

function payloadOf({ config, state }: NodeContext): JsonObject | undefined {
  const keys = texts(config, 'customPayload');
  if (keys.length === 0) return undefined;
  return Object.fromEntries(keys.map((key) => [key, state.get(key)]).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function contextInfo({ request, state }: NodeContext): JsonObject {
  const info: JsonObject = {};
  const profile = state.get('forgeRock.device.profile');
  if (isObject(profile) && isObject(profile.location)) info.location = profile.location;
  const address = request.headers['x-real-ip']?.[0];
  if (address !== undefined) info.remoteIp = address;
  const browser = request.headers['user-agent']?.[0];
  if (browser !== undefined) info.userAgent = browser;
  return info;
}

/** Size in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    bytes += character.length === 2 ? 4 : character > '\u07ff' ? 3 : character > '\u007f' ? 2 : 1;
  }
  return bytes;
}
