import { showInspectorTab } from './inspector/tab.ts';

const ATTEMPTS = 6;
/** Frames that a dialog may take to go; it keeps the focus until then. */
const DIALOG_FRAMES = 60;

/**
 * Focuses the first field of what is selected, or the given one, as soon as the inspector shows it. What has no field gets the focus on its tab.
 * Who has come to a field of the inspector by then stays there: what they type must not end up in another.
 */
export function focusSettings(field?: string): void {
  const wanted = field === undefined ? '[data-field]' : `[data-field="${CSS.escape(field)}"]`;
  // Another tab may be in sight: fields are on that of the settings.
  showInspectorTab('settings');
  const before = document.activeElement;
  const look = (attempts: number, frames = DIALOG_FRAMES): void => {
    const { activeElement } = document;
    if (activeElement !== before && activeElement?.closest('.inspector')) return;
    if (frames > 0 && activeElement?.closest('[role="dialog"]')) {
      requestAnimationFrame(() => look(attempts, frames - 1));
      return;
    }
    const places =
      attempts > 0 ? [`${wanted} input`, `${wanted} button`, `${wanted} textarea`, '.page-child'] : ['[role="tab"][aria-selected="true"]', 'input'];
    const found = document.querySelector<HTMLElement>(places.map((place) => `.inspector ${place}`).join());
    if (found) found.focus();
    else if (attempts > 0) requestAnimationFrame(() => look(attempts - 1));
  };
  // What was selected just now is drawn with the next frame; until then the inspector shows something else.
  requestAnimationFrame(() => look(ATTEMPTS));
}
