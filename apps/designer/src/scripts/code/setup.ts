import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { completeScript } from './completion.ts';
import { hoverHelp } from './docs.ts';
import { scriptProblems } from './problems.ts';

/**
 * How every script editor behaves. Colours come from code.css, by the classes that the highlighter gives.
 *
 * @param ownHistory whether undo is the editor's; else a journey's history has it
 */
export function scriptSetup(label: string, ownHistory: boolean): Extension[] {
  return [
    lineNumbers(),
    lintGutter(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    highlightSpecialChars(),
    drawSelection(),
    EditorState.allowMultipleSelections.of(true),
    javascriptLanguage,
    syntaxHighlighting(classHighlighter),
    indentOnInput(),
    indentUnit.of('  '),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [completeScript], icons: false, maxRenderedOptions: 100 }),
    hoverHelp,
    scriptProblems,
    search({ top: true }),
    highlightSelectionMatches(),
    ownHistory ? [history(), keymap.of(historyKeymap)] : [],
    // Escape and F8 are commands of the registry; Tab inserts, Escape leaves.
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off', tabindex: '0' }),
  ];
}
