import { create } from 'zustand';

const PLACE = 'tandem.split-arrangement';

/** How two journeys share the window: next to each other, or, as journeys are wide, one above the other. */
export type Arrangement = 'beside' | 'stacked';

function stored(): Arrangement {
  try {
    return localStorage.getItem(PLACE) === 'stacked' ? 'stacked' : 'beside';
  } catch {
    return 'beside';
  }
}

export const useArrangement = create<{ arrangement: Arrangement }>(() => ({ arrangement: stored() }));

export function toggleArrangement(): void {
  const arrangement = useArrangement.getState().arrangement === 'beside' ? 'stacked' : 'beside';
  useArrangement.setState({ arrangement });
  try {
    localStorage.setItem(PLACE, arrangement);
  } catch {
    // Without storage it is so as long as the page.
  }
}
