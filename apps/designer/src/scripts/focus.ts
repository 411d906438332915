/** Where Escape leads from the script below the canvas: to its tab, from which Tab goes on. */
export function focusDockTab(): void {
  document.querySelector<HTMLElement>('.dock-tab[aria-expanded="true"]')?.focus();
}
