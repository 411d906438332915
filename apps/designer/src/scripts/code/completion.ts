import { type Completion, type CompletionContext, type CompletionResult, insertCompletionText, pickedCompletion } from '@codemirror/autocomplete';
import { localCompletionSource } from '@codemirror/lang-javascript';
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorView } from '@codemirror/view';
import { helpOf } from './docs.ts';
import { type Suggestion, type Surroundings, surroundings } from './surroundings.ts';
import { loadTable, type SyntaxNode, type Table, typeOf } from './typeOf.ts';

/** Words of JavaScript that Rhino takes on AIC; what it refuses is not offered. */
const WORDS =
  'break case catch const continue default delete do else false finally for function if in instanceof new null return switch this throw true try typeof undefined var while'.split(
    ' ',
  );
/** Longest that a completion waits for the parser. */
const PARSE_MS = 1000;
const WORD = /[\w$]*/;

/** Bindings and their members, what texts may name, variables of the script, words of the language. */
export async function completeScript(context: CompletionContext): Promise<CompletionResult | null> {
  const table = await loadTable();
  const { state, pos } = context;
  const around = state.facet(surroundings);
  // The tree that is there may end before the cursor, in a long script or on a busy machine.
  const node = (ensureSyntaxTree(state, pos, PARSE_MS) ?? syntaxTree(state)).resolveInner(pos, -1);
  if (/Comment|RegExp|TemplateString/.test(node.name)) return null;
  if (node.name === 'String') return inText(context, node, around);
  const member = memberExpression(node);
  if (member) return membersAt(context, member, table, around);
  const word = context.matchBefore(WORD);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  const { given, left } = table.bindingsOf(around.set);
  const names = [...given, ...left.filter(({ name }) => !given.some((binding) => binding.name === name))].map(
    ({ name, kind, help }): Completion => ({
      label: name,
      type: kind === 'function' ? 'function' : kind === 'object' ? 'namespace' : 'variable',
      boost: 2,
      info: () => helpOf(name, help),
    }),
  );
  const known = new Set(names.map(({ label }) => label));
  const own = (localCompletionSource(context)?.options ?? []).filter(({ label }) => !known.has(label));
  const words = WORDS.map((label): Completion => ({ label, type: 'keyword', boost: -1 }));
  return { from: word.from, options: [...names, ...own, ...words], validFor: /^[\w$]*$/ };
}

/** The member expression whose property is being written: "action.go|", "action.|". */
function memberExpression(node: SyntaxNode): SyntaxNode | null {
  if (node.name === 'PropertyName' || node.name === '.') return node.parent?.name === 'MemberExpression' ? node.parent : null;
  return node.name === 'MemberExpression' ? node : null;
}

function membersAt(context: CompletionContext, expression: SyntaxNode, table: Table, { set, properties }: Surroundings): CompletionResult | null {
  const from = context.matchBefore(WORD)?.from ?? context.pos;
  const object = expression.firstChild;
  if (properties && object && context.state.sliceDoc(object.from, object.to) === 'properties')
    return { from, options: properties.map(({ name, detail }) => ({ label: name, type: 'property', ...(detail === undefined ? {} : { detail }) })) };
  const type = typeOf(object, { table, set, doc: context.state.doc });
  if (type === undefined) return null;
  const options = table.membersOf(type).map((member): Completion => {
    const name = table.memberName(member);
    const isMethod = member.call !== name;
    return {
      label: name,
      ...(isMethod ? { detail: member.call.slice(name.length), apply: applyCall } : {}),
      type: isMethod ? 'method' : 'property',
      info: () => helpOf(member.call, member.help),
    };
  });
  return { from, options, validFor: /^[\w$]*$/ };
}

/** Writes a method with its brackets, the cursor between them where it takes something. */
function applyCall(view: EditorView, completion: Completion, from: number, to: number): void {
  const hasBrackets = view.state.sliceDoc(to, to + 1) === '(';
  const text = hasBrackets ? completion.label : `${completion.label}()`;
  const inside = !hasBrackets && completion.detail !== '()' ? 1 : 0;
  const change = insertCompletionText(view.state, text, from, to);
  view.dispatch({ ...change, annotations: pickedCompletion.of(completion) });
  if (inside > 0) view.dispatch({ selection: { anchor: view.state.selection.main.head - inside } });
}

const STATES = /^(nodeState|sharedState|transientState)$/;
const KEYED = /^(get|getObject|isDefined|remove|putShared|putTransient|put|containsKey)$/;

/** What may stand in this text: a state key, an outcome, an ESV, the name of a library. */
function inText({ state, pos }: CompletionContext, node: SyntaxNode, around: Surroundings): CompletionResult | null {
  const offered = suggestionsFor(node, (part) => state.sliceDoc(part.from, part.to), around);
  if (offered.length === 0) return null;
  const options = offered.map(({ name, detail }): Completion => ({ label: name, ...(detail === undefined ? {} : { detail }), type: 'text' }));
  return pos > node.from ? { from: node.from + 1, to: pos, options, validFor: /^[^"'\n]*$/ } : null;
}

function suggestionsFor(node: SyntaxNode, text: (part: SyntaxNode) => string, around: Surroundings): readonly Suggestion[] {
  const { parent } = node;
  if (parent?.name === 'AssignmentExpression' && parent.firstChild && text(parent.firstChild) === 'outcome') return around.outcomes ?? [];
  if (parent?.name === 'VariableDeclaration' && node.prevSibling?.prevSibling && text(node.prevSibling.prevSibling) === 'outcome')
    return around.outcomes ?? [];
  // Only the first argument: the bracket stands right before it.
  if (parent?.name !== 'ArgList' || node.prevSibling?.name !== '(') return [];
  const callee = parent.parent?.firstChild;
  if (!callee) return [];
  if (callee.name === 'VariableName') return text(callee) === 'require' ? around.libraries.map((name) => ({ name })) : [];
  const [object, method] = [callee.firstChild, callee.lastChild].map((part) => (part ? text(part) : ''));
  if (method === 'goTo') return around.outcomes ?? [];
  if (object === 'systemEnv' && method === 'getProperty') return around.variables.map((name) => ({ name }));
  return STATES.test(object ?? '') && KEYED.test(method ?? '') ? around.stateKeys : [];
}
