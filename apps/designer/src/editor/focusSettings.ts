const ATTEMPTS = 6;

/**
 * Focuses the first field of what is selected, or the given one, as soon as the inspector shows it. What has no field gets the focus on its tab.
 */
export function focusSettings(field?: string, attempts = ATTEMPTS): void {
  const wanted = field === undefined ? '[data-field]' : `[data-field="${CSS.escape(field)}"]`;
  const places = attempts > 0 ? `${wanted} :is(input, button, textarea), .page-child` : '[role="tab"][aria-selected="true"], input';
  const found = document.querySelector<HTMLElement>(`.inspector :is(${places})`);
  if (found) found.focus();
  else if (attempts > 0) requestAnimationFrame(() => focusSettings(field, attempts - 1));
}
