const key = (name: string) => `tandem.panel.${name}`;

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, Math.round(value)));
}

/** The size that the person last gave this panel. */
export function rememberedSize(name: string, fallback: number, min: number, max: number): number {
  try {
    const stored = Number(localStorage.getItem(key(name)));
    return stored > 0 ? clamp(stored, min, max) : fallback;
  } catch {
    return fallback;
  }
}

export function rememberSize(name: string, size: number): void {
  try {
    localStorage.setItem(key(name), String(size));
  } catch {
    // Without storage the size lasts as long as the page.
  }
}
