import { syntaxTree } from '@codemirror/language';
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import { surroundings } from './surroundings.ts';
import { bindingNamed, loadTable, memberAt } from './typeOf.ts';

/** A call and what it does, as it stands beside a completion and over a name. */
export function helpOf(call: string, help: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'code-help';
  const code = document.createElement('code');
  code.textContent = call;
  const text = document.createElement('p');
  text.textContent = help;
  box.append(code, text);
  return box;
}

async function helpAt(view: EditorView, pos: number, side: -1 | 1): Promise<Tooltip | null> {
  const table = await loadTable();
  const { state } = view;
  const node = syntaxTree(state).resolveInner(pos, side);
  const place = { table, set: state.facet(surroundings).set, doc: state.doc };
  const found = describe();
  if (!found) return null;
  return { pos: node.from, end: node.to, above: true, create: () => ({ dom: helpOf(found.call, found.help) }) };

  function describe(): { call: string; help: string } | undefined {
    if (node.name === 'PropertyName' && node.parent?.name === 'MemberExpression') return memberAt(node.parent, place);
    if (node.name !== 'VariableName' && node.name !== 'VariableDefinition') return undefined;
    const name = state.sliceDoc(node.from, node.to);
    const binding = bindingNamed(place, name) ?? table.bindingsOf(place.set).left.find((result) => result.name === name);
    return binding && { call: binding.name, help: binding.help };
  }
}

/** What a binding or one of its members does, over its name. */
export const hoverHelp = hoverTooltip(helpAt, { hoverTime: 350 });
