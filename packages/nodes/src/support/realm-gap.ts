/** Something that a journey needs and its realm does not have. */
export interface RealmGap {
  /** The section of the realm's screen where it is added. */
  section: 'services' | 'email-templates' | 'http-stubs' | 'variables';
  /** In words: "The realm has no terms and conditions." */
  text: string;
  /** What is known of it, by the names of its fields. */
  prefill?: Readonly<Record<string, string>>;
}

const TERMS: RealmGap = { section: 'services', text: 'The realm has no terms and conditions.' };
const QUESTIONS: RealmGap = { section: 'services', text: 'The realm has no security questions.' };

/** AM's words for it by node type: they do not name the realm, and some types share them. */
const BY_TYPE: Readonly<Record<string, readonly [message: string, gap: RealmGap]>> = {
  AcceptTermsAndConditionsNode: ['Terms configuration not found', TERMS],
  KbaCreateNode: ['KBA configuration not found', QUESTIONS],
  KbaVerifyNode: ['KBA configuration not found', QUESTIONS],
  KbaDecisionNode: ['Failed to retrieve configuration values', QUESTIONS],
};

function stubFor(call: string): RealmGap {
  const [method = '', url = ''] = call.split(' ');
  return { section: 'http-stubs', text: `The realm has no HTTP stub for ${call}.`, prefill: { method, url } };
}

/** Ours, of any node or script. */
const BY_WORDS: readonly (readonly [RegExp, (name: string) => RealmGap])[] = [
  [/the realm has no email template "([^"]*)"/, (name) => ({ section: 'email-templates', text: `The realm has no email template "${name}".` })],
  [/httpClient: no stub for (\S+ \S+)/, stubFor],
  [/NoSuchSecretException: No secret found for purpose (\S+)/, (name) => ({ section: 'variables', text: `The realm has no secret "${name}".` })],
];

/** What a log line says that the realm lacks; null for any other line. */
export function realmGap(nodeType: string | undefined, message: string): RealmGap | null {
  const known = wordsOf(nodeType).find(([words]) => message.startsWith(words));
  if (known) return known[1];
  for (const [words, gap] of BY_WORDS) {
    const name = words.exec(message)?.[1];
    if (name !== undefined) return gap(name);
  }
  return null;
}

/** A page that fails says what its child said, under its own type. */
function wordsOf(nodeType: string | undefined): (typeof BY_TYPE)[string][] {
  if (nodeType === 'PageNode') return Object.values(BY_TYPE);
  const own = nodeType !== undefined && Object.hasOwn(BY_TYPE, nodeType) ? BY_TYPE[nodeType] : undefined;
  return own ? [own] : [];
}
