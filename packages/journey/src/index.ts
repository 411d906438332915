export * from './model.ts';
export { ImportRefused, type RefusalCode } from './refused.ts';
export { INNER_JOURNEY_TYPE, PAGE_TYPE, type NodeKnowledge, type NodeReferences } from './knowledge.ts';

export { deepEqual } from './json/equal.ts';
export { isObject, own } from './json/own.ts';
export { parseJsonStrict } from './json/parse.ts';
export { checkJson } from './json/keys.ts';
export { encodeScript, scriptBody, scriptEncoding, withScriptBody, type ScriptEncoding } from './script/body.ts';

export { parseExport } from './formats/read.ts';
export type { ExportKind, ParsedExport, ParsedJourney } from './formats/parsed.ts';
export { exportCustomNodes, exportJourneys, NothingToExport, type ExportMeta, type ExportOptions } from './formats/write.ts';
export type { JourneyFormat } from './formats/write-entry.ts';
export { planImport, type ConflictMode, type ImportPlan, type Ref } from './import/plan.ts';
export { reviewJourney } from './import/review.ts';

export { configOf, fieldHolding } from './graph/config.ts';
export { findInnerJourneyCycles, type CycleStep } from './graph/cycles.ts';
export { dependenciesOf, type Dependencies } from './graph/dependencies.ts';
export { customTypeOfNode, isCustomType, nodesOf, type UsedNode } from './graph/nodes.ts';
export { connectionsOf, ends, isEnd, pageChildren, reachable, treeNodes, type Connection } from './graph/tree.ts';
export { usesOf, type Use, type UseTarget } from './graph/uses.ts';

export { equalExports, type Difference } from './diff/equal-exports.ts';

export { EditError, journeyDocument, type JourneyDocument } from './edit/document.ts';
export { addNode, removeNodes, setConfig, setOutcomes, type Edited, type NewNode } from './edit/nodes.ts';
export { addPageChild, movePageChild, removePageChild, renamePageChild } from './edit/page.ts';
export { connect, disconnect, moveNodes, renameNode, setEntry } from './edit/tree.ts';

export { comparisons, QueryFilterError, type Comparison, type QueryFilter } from './query/ast.ts';
export { matchesFilter } from './query/match.ts';
export { parseQueryFilter } from './query/parse.ts';
