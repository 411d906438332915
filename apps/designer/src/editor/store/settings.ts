/** The journey's own settings, as people see them. */

type Flag = 'enabled' | 'innerTreeOnly' | 'transactionalOnly' | 'noSession' | 'mustRun';
export const FLAGS: readonly { id: Flag; label: string; help: string; unset: boolean }[] = [
  { id: 'enabled', label: 'Enabled', help: 'A disabled journey answers “No configuration found”.', unset: true },
  { id: 'innerTreeOnly', label: 'Inner journey', help: 'Runs only inside another journey.', unset: false },
  {
    id: 'transactionalOnly',
    label: 'Transactional only',
    help: 'Runs only when a transaction starts it: backchannel, step-up, application journeys.',
    unset: false,
  },
  { id: 'noSession', label: 'No session', help: 'Success does not create a session.', unset: false },
  { id: 'mustRun', label: 'Must run', help: 'Runs even when the user has a session already.', unset: false },
];
type Minutes = 'treeTimeout' | 'maximumSessionTime' | 'maximumIdleTime';
export const MINUTES: readonly { id: Minutes; label: string; help: string }[] = [
  { id: 'treeTimeout', label: 'Journey timeout', help: 'How long a person may take. Empty: 5 minutes.' },
  { id: 'maximumSessionTime', label: 'Maximum session time', help: 'Empty: the realm’s.' },
  { id: 'maximumIdleTime', label: 'Maximum idle time', help: 'Empty: the realm’s.' },
];

const LABELS: Readonly<Record<string, string>> = {
  description: 'Description',
  uiConfig: 'Tags',
  identityResource: 'Identity object',
  ...Object.fromEntries([...FLAGS, ...MINUTES].map(({ id, label }) => [id, label])),
};

/** What a property of the journey is called; one that has no field here keeps its own name. */
export function settingLabel(property: string): string {
  return Object.hasOwn(LABELS, property) ? (LABELS[property] ?? property) : property;
}
