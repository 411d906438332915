import { parseSync, Visitor } from 'oxc-parser';

const isSource = (value) => typeof value === 'string' && /^\.{1,2}\/.*\.tsx?$/.test(value);

/**
 * Every module that a source file names.
 * @returns {{ module: string, kind: 'value' | 'type' | 'dynamic', line: number }[]}
 */
export function importsOf(file, source) {
  const { module, program, errors } = parseSync(file, source);
  if (errors.length) throw new Error(`${file}: ${errors[0].message}`);
  const found = [];
  const add = (specifier, kind, start) => found.push({ module: specifier, kind, line: source.slice(0, start).split('\n').length });

  for (const { moduleRequest, entries, start } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType) ? 'type' : 'value', start);
  }
  for (const { entries, start } of module.staticExports) {
    const from = entries.filter((entry) => entry.moduleRequest);
    if (from.length) add(from[0].moduleRequest.value, from.every((entry) => entry.isType) ? 'type' : 'value', start);
  }
  const literal = (node, kind) => node?.type === 'Literal' && typeof node.value === 'string' && add(node.value, kind, node.start);
  new Visitor({
    ImportExpression: (node) => literal(node.source, 'dynamic'),
    TSImportType: (node) => literal(node.source, 'type'),
    TSExternalModuleReference: (node) => literal(node.expression, 'value'),
    CallExpression: (node) => node.callee.name === 'require' && literal(node.arguments[0], 'value'),
    // new Worker(new URL('./worker.ts', import.meta.url)); a .js there is the result of a build
    NewExpression: (node) => node.callee.name === 'URL' && isSource(node.arguments[0]?.value) && literal(node.arguments[0], 'dynamic'),
  }).visit(program);
  return found;
}
