/** Which set of bindings a script gets: by its context and its evaluator version. */
export type BindingSet = 'decision' | 'designer' | 'provider' | 'legacyDecision' | 'legacyProvider' | 'library';

/** A method or field of something that a script has. */
export interface Member {
  /** As it is written: "putShared(key, value)"; a field has no brackets. */
  call: string;
  /** What it does, in one or two sentences. */
  help: string;
  /** What it gives, as a name in the table of types; absent: a plain value. */
  gives?: string;
}

/** A name that a script finds without declaring it. */
export interface Binding {
  name: string;
  kind: 'object' | 'function' | 'value';
  /** Its members, as a name in the table of types. */
  type?: string;
  help: string;
  where: readonly BindingSet[];
}
