import { nextGenTypes } from './next-gen.ts';
import type { Member } from './types.ts';

const state: readonly Member[] = [
  { call: 'get(key)', help: 'Value of a key; null when there is none.' },
  { call: 'put(key, value)', help: 'Writes a key and gives what it held.' },
  { call: 'containsKey(key)', help: 'Whether there is such a key.' },
  { call: 'remove(key)', help: 'Takes a key out and gives what it held.' },
];

/** Members of what legacy scripts have (evaluator version 1.0), where they differ from the next generation's. */
export const legacyTypes: Readonly<Record<string, readonly Member[]>> = {
  legacyNodeState: (nextGenTypes.nodeState ?? []).map((member) => {
    if (member.call === 'get(key)')
      return {
        call: member.call,
        help: 'Value of a key as a JsonValue: ask for .asString(), .asMap() …; null when there is none.',
        gives: 'jsonValue',
      };
    if (member.call === 'getObject(key)') return { ...member, gives: 'jsonValue' };
    return member.gives === 'nodeState' ? { ...member, gives: 'legacyNodeState' } : member;
  }),
  jsonValue: [
    { call: 'asString()', help: 'The value as text.' },
    { call: 'asInteger()', help: 'The value as a whole number.' },
    { call: 'asBoolean()', help: 'The value as true or false.' },
    { call: 'asMap()', help: 'The value as a Java map.', gives: 'map' },
    { call: 'asList()', help: 'The value as a Java list.', gives: 'list' },
    { call: 'isNull()', help: 'Whether there is no value.' },
    { call: 'isString()', help: 'Whether it is a text.' },
    { call: 'isMap()', help: 'Whether it is a map.' },
    { call: 'isDefined(key)', help: 'Whether the map has a key.' },
    { call: 'get(key)', help: 'A value in it.', gives: 'jsonValue' },
  ],
  sharedState: state,
  transientState: state,
  legacyIdRepository: [
    { call: 'getAttribute(user, attribute)', help: 'Values of an attribute, a Java collection.', gives: 'list' },
    { call: 'setAttribute(user, attribute, values)', help: 'Sets an attribute, at once.' },
    { call: 'addAttribute(user, attribute, value)', help: 'Adds a value, at once.' },
  ],
  legacyLogger: [
    { call: 'message(text)', help: 'Writes to the log, finest level.' },
    { call: 'warning(text)', help: 'Writes to the log at warning.' },
    { call: 'error(text)', help: 'Writes to the log at error.' },
    { call: 'messageEnabled()', help: 'Whether the finest level is written.' },
    { call: 'warningEnabled()', help: 'Whether warnings are written.' },
    { call: 'errorEnabled()', help: 'Whether errors are written.' },
  ],
};
