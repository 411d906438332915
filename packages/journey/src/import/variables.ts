const REFERENCE = /&\{(esv[.-][A-Za-z0-9_.-]+)([|}])/g;
const LOOKUP = /systemEnv\s*\.\s*getProperty\(\s*["'](esv[.-][A-Za-z0-9_.-]+)["']/g;

/** ESVs in configuration: `&{esv.mail.from}`, with a default `&{esv.mail.from|nobody}`. Their ids have dashes for the dots. */
export function esvsOfText(text: string): string[] {
  const names = new Set<string>();
  const reference = new RegExp(REFERENCE);
  for (let match = reference.exec(text); match !== null; match = reference.exec(text)) {
    if (match[2] === '|') {
      // A default may hold anything up to the brace. Within the pattern its search would start anew at every reference of a text without one.
      const close = text.indexOf('}', reference.lastIndex);
      if (close === -1) break;
      reference.lastIndex = close + 1;
    }
    names.add(match[1] as string);
  }
  return [...names];
}

/** ESVs in scripts: `systemEnv.getProperty("esv.mail.from")`. Names that the script computes cannot be seen. */
export function esvsOfSource(source: string): string[] {
  return [...new Set([...source.matchAll(LOOKUP)].map((match) => match[1] as string))];
}
