import type { Json, JsonObject } from '@tandem/journey';
import { type Action, goTo, isSealed, type NodeContext, send } from '../../contract.ts';
import { scriptTextOutputCallback, textOutputCallback } from '../../support/callbacks.ts';
import { ASSUMED } from './definition.ts';

/** What the pop-up's calls find in the browser: ours writes to the console and sends the step back. */
const LOADER =
  'window.frDebugNode={createPopup(){},setPopupTitle(){},setRealm(){},appendLog(text){console.log(text)},' +
  "moveToNextNode(){document.querySelector('[type=submit]')?.click()}};";
const MOVE_ON = 'window.frDebugNode.moveToNextNode();';
const MASK = '********';

export function execute(context: NodeContext): Action {
  if (context.callbacks) {
    context.because('The state was shown.', 'recorded');
    return goTo('outcome');
  }
  context.log('debug', `DebugNode: ${JSON.stringify(loggedState(context))}`);
  context.because(ASSUMED.scripts, 'inferred');
  context.because('The state is logged and shown, then the browser moves on by itself.', 'recorded');
  const script = context.config.popupEnabled === false ? MOVE_ON : popup(context.realm, JSON.stringify(stateOf(context)));
  return send([scriptTextOutputCallback(LOADER), scriptTextOutputCallback(script), textOutputCallback('Debug Step')]);
}

function popup(realm: string, log: string): string {
  const calls = ['createPopup()', "setPopupTitle('Debug Popup')", `setRealm(${JSON.stringify(realm)})`, `appendLog(${JSON.stringify(log)})`];
  return calls.map((call) => `window.frDebugNode.${call};`).join('') + MOVE_ON;
}

/** All that the node can see: transient before secure before shared, as AM's node state merges them. */
function stateOf({ state }: NodeContext): JsonObject {
  return masked({ ...state.all('shared'), ...state.all('secure'), ...state.all('transient') }) as JsonObject;
}

/** The log is kept, and read by others than the one who debugs: a one-time password is plain text in transient state. */
function loggedState({ state }: NodeContext): JsonObject {
  const hidden = Object.keys({ ...state.all('secure'), ...state.all('transient') });
  return { ...(masked(state.all('shared')) as JsonObject), ...Object.fromEntries(hidden.map((key) => [key, MASK])) };
}

function masked(value: Json): Json {
  if (isSealed(value)) return MASK;
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, masked(entry)]));
}
