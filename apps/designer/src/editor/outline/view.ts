import { create } from 'zustand';

const PLACE = 'tandem.outline';
/** Whether the outline is shown: not, beside the canvas, or instead of it. */
export type OutlineView = 'off' | 'beside' | 'instead';
const VIEWS: readonly string[] = ['off', 'beside', 'instead'] satisfies OutlineView[];

function stored(): OutlineView {
  try {
    const text = localStorage.getItem(PLACE) ?? '';
    return VIEWS.includes(text) ? (text as OutlineView) : 'off';
  } catch {
    return 'off';
  }
}

export const useOutlineView = create<{ view: OutlineView; wantsFocus: boolean }>(() => ({ view: stored(), wantsFocus: false }));

/** Shows the outline so, or hides it where it is shown so already. An outline that comes gets the focus; one that opens with its page does not. */
export function toggleOutline(wanted: 'beside' | 'instead'): void {
  const view = useOutlineView.getState().view === wanted ? 'off' : wanted;
  useOutlineView.setState({ view, wantsFocus: view !== 'off' });
  try {
    localStorage.setItem(PLACE, view);
  } catch {
    // Without storage it is so as long as the page.
  }
}

/** Whether the focus is to go to the outline that was just opened; asked once. */
export function takeFocusWish(): boolean {
  const { wantsFocus } = useOutlineView.getState();
  if (wantsFocus) useOutlineView.setState({ wantsFocus: false });
  return wantsFocus;
}
