/** Where Escape leads from the script below the canvas: to its tab, from which Tab goes on. */
export function focusDockTab(): void {
  document.querySelector<HTMLElement>('.dock-tab[aria-expanded="true"]')?.focus();
}

const ATTEMPTS = 120;

/** Puts the focus into the script below the canvas, as soon as it is there: its editor is loaded when it is first opened. */
export function focusScript(attempts = ATTEMPTS): void {
  const editor = document.querySelector<HTMLElement>('[data-script-editor] [contenteditable]');
  if (editor) editor.focus();
  else if (attempts > 0) setTimeout(() => focusScript(attempts - 1), 50);
}
