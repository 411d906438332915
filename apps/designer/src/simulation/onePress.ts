/** Two presses within this are one double-click. */
const DOUBLE_CLICK_MS = 500;

/**
 * Guards an action that must not be carried out twice by one double-click: for as long as the first is under way, and for the time of a double-click,
 * since a server nearby answers before the second press.
 *
 * @param isUnderWay whether what the last press asked for has not come yet
 * @param now real time, ms
 * @returns whether this press counts
 */
export function onePress(isUnderWay: () => boolean, now: () => number = () => performance.now()): (what: string) => boolean {
  let last = { what: '', at: Number.NEGATIVE_INFINITY };
  return (what) => {
    const again = what === last.what && (now() - last.at < DOUBLE_CLICK_MS || isUnderWay());
    if (!again) last = { what, at: now() };
    return !again;
  };
}
