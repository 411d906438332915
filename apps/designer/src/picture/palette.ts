const TOKENS = [
  ...(['background', 'panel', 'sunken', 'line', 'line-card', 'text', 'dim', 'edge'] as const),
  ...(['main', 'main-soft', 'backchannel', 'backchannel-soft', 'backchannel-text', 'transaction', 'transaction-soft'] as const),
  ...(['success-text', 'failure', 'note', 'note-line', 'note-text'] as const),
];
/** Colours of theme/tokens.css by their names. */
export type Palette = Readonly<Record<(typeof TOKENS)[number], string>>;

/** The tokens' values in one theme, whichever is shown now: a picture has no style sheet. */
export function paletteOf(theme: 'light' | 'dark'): Palette {
  const probe = document.createElement('span');
  probe.style.colorScheme = theme;
  document.body.append(probe);
  try {
    const colours = TOKENS.map((token) => {
      probe.style.color = `var(--${token})`;
      return [token, getComputedStyle(probe).color] as const;
    });
    return Object.fromEntries(colours) as Palette;
  } finally {
    probe.remove();
  }
}
