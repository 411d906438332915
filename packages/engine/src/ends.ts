import type { Source } from '@tandem/nodes';
import { ASSUMED } from './assumptions.ts';

/** The two ends of a journey, which the engine executes itself, with what is known of them. For docs/fidelity.md. */
interface End {
  name: string;
  sources: readonly Source[];
  /** Tests of this folder that drive it. */
  tests: readonly string[];
}

const recorded = (rule: string, from: string): Source => ({ mark: 'recorded', rule, from });
const documented = (rule: string, from: string): Source => ({ mark: 'documented', rule, from });
const assumed = (rule: string): Source => ({ mark: 'inferred', rule, from: '' });

export const ends: readonly End[] = [
  {
    name: 'Success',
    sources: [
      recorded('The client is told tokenId, successUrl and realm; without a session successUrl and realm alone.', 'SDK suites'),
      recorded('What Set Success Details and Success URL left is added.', 'AM 8.0.2 source'),
      recorded('The counters of Retry Limit Decision of the user end.', 'AM 8.0.2 source'),
      recorded(
        'The transaction that the journey serves is approved; one that is over already cannot be: "Unable to approve transaction".',
        'SDK suites',
      ),
      documented('noSession gives no session.', 'Ping docs: configure authentication trees'),
      assumed(ASSUMED.noUser),
      assumed(ASSUMED.detailsWithoutSession),
      assumed(ASSUMED.approvedLate),
      assumed(ASSUMED.otherSubject),
    ],
    tests: ['journey.test.ts', 'ends.test.ts', 'transaction/approve.test.ts'],
  },
  {
    name: 'Failure',
    sources: [
      recorded('401 with code, reason, "Login failure" and detail.failureUrl.', 'SDK suites'),
      recorded('What Set Failure Details and Failure URL left is told.', 'AM 8.0.2 source'),
      documented('Without Allow Retry the transaction that the journey serves is denied.', 'Ping docs: authenticate endpoint'),
      assumed(ASSUMED.lockedUser),
      assumed(ASSUMED.retry),
    ],
    tests: ['journey.test.ts', 'ends.test.ts', 'transaction/retry.test.ts'],
  },
];
