import { refuse, toast } from './toast.ts';

/** Puts text into the clipboard from a menu or a button, where there is no event of the browser to answer. */
export function writeClipboard(text: string | null): boolean {
  if (text === null) return false;
  // Not every page may write by `navigator.clipboard` (http), but every page may answer its own copy event.
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', answer, { capture: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', answer, { capture: true });
  return copied;
}

/** Puts a text where it can be pasted from, and says so. @param what it is, as a sentence begins */
export function copyToClipboard(text: string, what: string): void {
  if (writeClipboard(text)) toast(`${what} copied`);
  else refuse('The browser did not allow copying. Select the text and copy it by hand.');
}
