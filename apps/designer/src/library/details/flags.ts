import type { JourneyDetails } from '@tandem/journey';

/** The settings of a journey in our words; names are AM's. */
type Flag = 'enabled' | 'mustRun' | 'innerTreeOnly' | 'transactionalOnly' | 'noSession';
type Time = 'treeTimeout' | 'maximumSessionTime' | 'maximumIdleTime';

export const FLAGS: readonly { id: Flag; label: string; help: string }[] = [
  { id: 'enabled', label: 'Enabled', help: 'A disabled journey cannot be started, neither directly nor by another journey.' },
  {
    id: 'innerTreeOnly',
    label: 'Inner journey only',
    help: 'Runs only inside another journey, through an Inner Tree Evaluator. Clients that ask for it are refused.',
  },
  {
    id: 'transactionalOnly',
    label: 'Transactional only',
    help: 'Runs only where AM starts a transaction: backchannel authentication, an application journey, step-up authorization.',
  },
  {
    id: 'mustRun',
    label: 'Run even with a session',
    help: 'Without it, someone who is signed in already goes straight to Success. The default journey cannot have it.',
  },
  { id: 'noSession', label: 'No session', help: 'Success does not sign anybody in: no session is made and no token given.' },
];

export const TIMES: readonly { id: Time; label: string; help: string }[] = [
  {
    id: 'treeTimeout',
    label: 'Journey timeout',
    help: 'How long a person may take from the first page to the end. Empty: 5 minutes. A main journey that polls needs longer than its transaction. Ignored for inner journeys.',
  },
  { id: 'maximumSessionTime', label: 'Maximum session time', help: 'The session ends this long after the login. Empty: what the realm sets.' },
  { id: 'maximumIdleTime', label: 'Maximum idle time', help: 'The session ends when it is not used for this long. Empty: what the realm sets.' },
];

/** What is asked for as text while it is typed. */
export type DetailsForm = Omit<JourneyDetails, Time> & Record<Time, string> & { name: string };
