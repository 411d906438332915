/** What a script is for, as a person chooses it: AM's context and the evaluator versions that it has. */
export interface ScriptKind {
  context: string;
  label: string;
  versions: readonly string[];
}

export const SCRIPT_KINDS: readonly ScriptKind[] = [
  { context: 'SCRIPTED_DECISION_NODE', label: 'Scripted Decision', versions: ['2.0'] },
  { context: 'AUTHENTICATION_TREE_DECISION_NODE', label: 'Scripted Decision (authentication tree)', versions: ['2.0', '1.0'] },
  { context: 'CONFIG_PROVIDER_NODE_NEXT_GEN', label: 'Configuration Provider', versions: ['2.0'] },
  { context: 'CONFIG_PROVIDER_NODE', label: 'Configuration Provider, legacy', versions: ['1.0'] },
  { context: 'LIBRARY', label: 'Library', versions: ['2.0'] },
];

/** "Next-generation" or "Legacy", as AIC calls the two script engines. */
export const engineName = (evaluatorVersion: string | undefined): string => (evaluatorVersion === '2.0' ? 'Next-generation' : 'Legacy');

export const contextName = (context: string | undefined): string =>
  SCRIPT_KINDS.find((kind) => kind.context === context)?.label ?? context ?? 'No context';

const DECISION = `/*
 * Decides where the journey goes on. Runs once more after each set of callbacks was answered.
 */
(function () {
  if (callbacks.isEmpty()) {
    callbacksBuilder.textInputCallback("What is your favourite colour?");
    return;
  }
  var colour = callbacks.getTextInputCallbacks().get(0);
  nodeState.putShared("colour", colour);
  logger.info("The colour is {}", colour);
  action.goTo("true");
}());
`;
const LEGACY_DECISION = `/*
 * Decides where the journey goes on. Values of node state are JsonValues: ask for .asString().
 */
var fr = JavaImporter(org.forgerock.openam.auth.node.api.Action);

var username = nodeState.get("username");
logger.message("Deciding for " + (username === null ? "nobody" : username.asString()));
action = fr.Action.goTo(username === null ? "false" : "true").build();
`;
const PROVIDER = `/*
 * Leaves the settings of the node that is imitated in the map "config".
 */
var config = {
  "message": { "en": "Hello " + (nodeState.get("username") || "there") }
};
`;
const LEGACY_PROVIDER = `/*
 * Leaves the settings of the node that is imitated in the map "config". Values of node state are JsonValues.
 */
var username = nodeState.get("username");
config = {
  "message": { "en": "Hello " + (username === null ? "there" : username.asString()) }
};
`;
const LIBRARY = `/*
 * Functions for other scripts: var library = require("the name of this script").
 */
exports.initials = function (givenName, familyName) {
  return givenName.charAt(0) + familyName.charAt(0);
};
`;

/** What a new script starts with. */
export function templateOf(context: string, evaluatorVersion: string): string {
  if (context === 'LIBRARY') return LIBRARY;
  const isNext = evaluatorVersion === '2.0';
  if (context.startsWith('CONFIG_PROVIDER_NODE')) return isNext ? PROVIDER : LEGACY_PROVIDER;
  return isNext ? DECISION : LEGACY_DECISION;
}
