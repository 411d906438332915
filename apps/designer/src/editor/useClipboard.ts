import { type RefObject, useEffect } from 'react';
import { copyText, cutText, pasteText } from './clipboard.ts';
import { chosenNodes } from './commands/chosen.ts';
import type { PaneTools } from './useCanvasActions.ts';

/** Text that is selected on the page is what a person means to copy. */
const hasSelectedText = () => (getSelection()?.toString() ?? '') !== '';

/**
 * Answers the browser's own copy, cut and paste while this pane's canvas has the focus: only there may a page read the clipboard without asking.
 * In fields and dialogs they stay the browser's.
 */
export function useClipboard(pane: RefObject<HTMLElement | null>, tools: PaneTools): void {
  useEffect(() => {
    const isHere = (): boolean => {
      const focused = document.activeElement?.closest('[data-canvas]') ?? null;
      return focused !== null && document.activeElement?.closest('input, textarea') === null && pane.current?.contains(focused) === true;
    };
    const write = (event: ClipboardEvent, make: (tools: PaneTools, ids: readonly string[]) => string | null) => {
      if (!isHere() || hasSelectedText()) return;
      const text = make(tools, chosenNodes(tools));
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    const onCopy = (event: ClipboardEvent) => write(event, copyText);
    const onCut = (event: ClipboardEvent) => write(event, cutText);
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isHere() || text === '') return;
      event.preventDefault();
      void pasteText(tools, text).then((refused) => {
        if (refused !== null) tools.openDialog({ kind: 'paste', text, error: refused });
      });
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [pane, tools]);
}
