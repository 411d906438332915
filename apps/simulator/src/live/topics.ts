/** Something to watch: `sim:<id>` or `realm:<name>`. */
export interface Topic {
  /** What comes before the colon; names the source. */
  kind: string;
  id: string;
}

export function topicName({ kind, id }: Topic): string {
  return `${kind}:${id}`;
}

/** Reads `sim:<id>,realm:<name>`; each topic may be percent-encoded once more, for names with commas. undefined when it is not such a list. */
export function parseTopics(list: string): Topic[] | undefined {
  const topics = new Map<string, Topic>();
  for (const item of list.split(',')) {
    const text = decoded(item.trim());
    const colon = text.indexOf(':');
    if (colon < 1 || colon === text.length - 1) return undefined;
    topics.set(text, { kind: text.slice(0, colon), id: text.slice(colon + 1) });
  }
  return [...topics.values()];
}

/** Up to where a client has seen each topic, by topic name. */
export type Cursors = ReadonlyMap<string, number>;

/** The `id:` of a message: the seq for one topic, `topic=seq,...` for several, so that one Last-Event-ID resumes all of them. */
export function formatId(cursors: Cursors): string {
  if (cursors.size === 1) return String([...cursors.values()][0]);
  return [...cursors].map(([name, seq]) => `${encoded(name)}=${seq}`).join(',');
}

/** Reads what `formatId` wrote. What cannot be read is left out: that topic then starts from now. */
export function parseId(id: string | undefined, topics: readonly Topic[]): Map<string, number> {
  const cursors = new Map<string, number>();
  if (id === undefined) return cursors;
  const [only] = topics;
  if (topics.length === 1 && only && /^\d+$/.test(id)) return cursors.set(topicName(only), Number(id));
  for (const item of id.split(',')) {
    const [, name, seq] = /^(.+)=(\d+)$/.exec(item) ?? [];
    if (name !== undefined) cursors.set(decoded(name), Number(seq));
  }
  return cursors;
}

/** Ids travel in a header, which is no place for commas or anything beyond ASCII. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll('%3A', ':');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
