import { type RefObject, useEffect } from 'react';

const CONTROLS = ['a[href]', 'button', 'input', 'textarea', 'select', 'summary', '[tabindex]']
  .map((control) => `${control}:not([disabled], [tabindex="-1"])`)
  .join();
/** Whoever means to put the focus somewhere has done so by then. */
const OTHERS_FIRST_MS = 150;

interface Focused {
  element: HTMLElement;
  /** Its place among all controls of the part. */
  index: number;
  /** What it lay in, from inside to outside. */
  within: readonly Element[];
}

const isUsable = (element: HTMLElement) => element.isConnected && !element.hasAttribute('disabled');
const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Keeps the focus in a part of the screen when the control that had it goes with what it did (a row that was removed, a fix that was made): the next
 * control of what it lay in takes it, else the last one; the part itself where all of it is another. It needs `tabIndex={-1}`.
 */
export function useKeptFocus(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = part.current;
    if (!root) return;
    let focused: Focused | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const controls = () => [...root.querySelectorAll<HTMLElement>(CONTROLS)];
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const within: Element[] = [];
      for (let outer = target.parentElement; outer !== null && outer !== root; outer = outer.parentElement) within.push(outer);
      focused = { element: target, index: controls().indexOf(target), within };
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      const left = focused;
      // A control that goes tells of it, too; one that was left is still there a moment later.
      setTimeout(() => {
        const isLeft = relatedTarget !== null || (left !== null && isUsable(left.element) && document.activeElement !== left.element);
        if (isLeft && focused === left) focused = null;
      });
    };
    const restore = (lost: Focused) => {
      if (!isNowhere() && document.activeElement !== lost.element) return;
      const all = controls();
      const outer = lost.within.find((candidate) => candidate.isConnected && all.some((control) => candidate.contains(control)));
      const near = outer === undefined ? [] : all.filter((control) => outer.contains(control));
      (near.find((control) => all.indexOf(control) >= lost.index) ?? near.at(-1) ?? root).focus();
    };
    const observer = new MutationObserver(() => {
      const lost = focused;
      if (lost === null || isUsable(lost.element)) return;
      focused = null;
      clearTimeout(timer);
      timer = setTimeout(() => restore(lost), OTHERS_FIRST_MS);
    });
    root.addEventListener('focusin', onFocusIn);
    root.addEventListener('focusout', onFocusOut);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      root.removeEventListener('focusin', onFocusIn);
      root.removeEventListener('focusout', onFocusOut);
    };
  }, [part]);
}
