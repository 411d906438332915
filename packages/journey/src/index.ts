export * from './clients.ts';
export { type Difference, equalExports } from './diff/equal-exports.ts';
export {
  type ConnectionDiff,
  type DiffState,
  diffJourneys,
  diffScripts,
  type FieldDiff,
  fieldsBetween,
  isSameJourney,
  type JourneyDiff,
  type NodeDiff,
  type ScriptDiff,
} from './diff/journey-diff.ts';
export { diffLines, type LineDiff } from './diff/lines.ts';
export { type Alignment, type Axis, align, type Box, distribute, type Places } from './edit/arrange.ts';
export { type Clip, copyNodes } from './edit/clip.ts';
export { moveIntoPage, moveOutOfPage } from './edit/containers.ts';
export { detailsOf, type JourneyDetails, journeyTags, withDetails } from './edit/details.ts';
export { EditError, type JourneyDocument, journeyDocument } from './edit/document.ts';
export { duplicateJourney } from './edit/duplicate.ts';
export { freeName } from './edit/free-name.ts';
export { addNode, type Edited, type NewNode, removeNodes, setConfig, setOutcomes } from './edit/nodes.ts';
export {
  addNote,
  canAnnotate,
  changeNote,
  commentsOf,
  NOTE_COLORS,
  type NodeComment,
  removeNotes,
  type StickyNote,
  setComment,
} from './edit/notes.ts';
export { addPageChild, movePageChild, removePageChild, renamePageChild } from './edit/page.ts';
export { freshIds, type Pasted, pasteNodes } from './edit/paste.ts';
export { readClip } from './edit/read-clip.ts';
export { type RenamedReferences, renameReferences } from './edit/rename-journey.ts';
export { insertOnConnection, isLoose, replaceNode } from './edit/replace.ts';
export { type NewScript, newScript, setScript } from './edit/scripts.ts';
export { connect, disconnect, moveNodes, renameNode, setEntry } from './edit/tree.ts';
export type { ExportKind, ParsedExport, ParsedJourney } from './formats/parsed.ts';
export { parseExport } from './formats/read.ts';
export { type ExportMeta, type ExportOptions, exportCustomNodes, exportJourneys, NothingToExport } from './formats/write.ts';
export { type JourneyFormat, OPTIONAL_DEPENDENCIES, type OptionalDependency } from './formats/write-entry.ts';
export { configOf, fieldHolding } from './graph/config.ts';
export { type CycleStep, findInnerJourneyCycles } from './graph/cycles.ts';
export { type Dependencies, dependenciesOf } from './graph/dependencies.ts';
export { type JourneyUse, usesOfJourneys } from './graph/journey-uses.ts';
export { customTypeOfNode, isCustomType, nodeKeysOf, nodesOf, type UsedNode } from './graph/nodes.ts';
export { type Found, findInJourney } from './graph/search.ts';
export { type Connection, connectionsOf, ends, isEnd, pageChildren, reachable, treeNodes } from './graph/tree.ts';
export { type Use, type UseTarget, usesOf } from './graph/uses.ts';
export { combineExports } from './import/combine.ts';
export { type ImportItem, itemsOf, RENAMABLE } from './import/items.ts';
export type { Missing } from './import/missing.ts';
export { type ConflictMode, type ImportPlan, planImport, type Ref, sameMeaning } from './import/plan.ts';
export { type Rename, renameIncoming } from './import/rename.ts';
export { reviewJourney } from './import/review.ts';
export { type Change, changesBetween, withChanges } from './json/changes.ts';
export { deepEqual } from './json/equal.ts';
export { checkJson } from './json/keys.ts';
export { isObject, own } from './json/own.ts';
export { parseJsonStrict } from './json/parse.ts';
export { INNER_JOURNEY_TYPE, type NodeKnowledge, type NodeReferences, PAGE_TYPE } from './knowledge.ts';
export * from './managed-objects.ts';
export { type Clash, type MergeSide, mergeDocuments } from './merge/merge.ts';
export * from './model.ts';
export { type Comparison, comparisons, type QueryFilter, QueryFilterError } from './query/ast.ts';
export { matchesFilter } from './query/match.ts';
export { parseQueryFilter } from './query/parse.ts';
export { ImportRefused, type RefusalCode } from './refused.ts';
export { encodeScript, type ScriptEncoding, scriptBody, scriptEncoding, withScriptBody } from './script/body.ts';
export * from './services.ts';
