import type { LanguageMark, Node, ScriptLanguage } from './types.ts';

/** A piece of JavaScript that AM refuses: its parse error, and how the same is written. */
export interface Feature {
  message: string;
  write: string;
  mark: LanguageMark;
  /** Languages that refuse it; default both. */
  in?: readonly ScriptLanguage[];
}

const AIC = ['aic'] as const;

/**
 * What Rhino 1.7.14 refuses. Marks: facts 6.4 (recorded on AIC); the others were measured with Rhino 1.7.14 at language version 0 (`aic`) and 200
 * (`es6`), whose parser is AM's, but no tenant was asked (facts 6.4: "not probed").
 */
export const features = {
  let: { message: 'missing ; before statement', write: 'var', mark: 'recorded', in: AIC },
  'let-in-for': { message: 'missing ; after for-loop initializer', write: 'for (var i = 0; …)', mark: 'recorded', in: AIC },
  'for-of': {
    message: 'missing ; after for-loop initializer',
    write: 'list.forEach(function (item) { … }) or for (var i = 0; i < list.length; i++)',
    mark: 'recorded',
    in: AIC,
  },
  'const-in-for': { message: 'syntax error', write: 'for (var i = 0; …), as const cannot stand in the head of a loop', mark: 'recorded' },
  'const-in-for-of': { message: 'syntax error', write: 'for (var item of list)', mark: 'measured', in: ['es6'] },
  'object-shorthand': { message: 'missing : after property id', write: '{ name: name }', mark: 'recorded', in: AIC },
  // Facts 6.4 refuse destructuring as a whole; what was tried on a tenant is `var {x} = o`. Debian's Rhino 1.7.14 at version 0 takes `{a: b}` and lists
  // as patterns: refusing them may be too strict, but a script that avoids them runs everywhere.
  destructuring: { message: 'missing : after property id', write: 'var name = object.name;', mark: 'recorded', in: AIC },
  'array-destructuring': { message: 'syntax error', write: 'var first = list[0];', mark: 'inferred', in: AIC },
  'default-parameter': {
    message: 'missing ) after formal parameters',
    write: 'function (value) { if (value === undefined) { value = …; } }',
    mark: 'recorded',
  },
  'default-parameter-of-arrow': {
    message: 'missing formal parameter',
    write: 'function (value) { if (value === undefined) { value = …; } }',
    mark: 'recorded',
  },
  'rest-parameter': {
    message: 'missing formal parameter',
    write: 'Array.prototype.slice.call(arguments, n)',
    mark: 'measured',
  },
  'trailing-comma-in-parameters': { message: 'missing formal parameter', write: 'no comma after the last parameter', mark: 'measured' },
  spread: { message: 'syntax error', write: 'fn.apply(null, list) or list.concat(other)', mark: 'inferred' },
  'object-spread': { message: 'invalid property id', write: 'Object.assign({}, object)', mark: 'inferred' },
  'computed-key': { message: 'invalid property id', write: 'object[key] = value;', mark: 'measured' },
  class: { message: 'missing ; before statement', write: 'a constructor function and its prototype', mark: 'inferred' },
  'optional-chaining': { message: 'syntax error', write: 'object && object.name', mark: 'inferred' },
  'nullish-coalescing': { message: 'syntax error', write: 'value !== null && value !== undefined ? value : other', mark: 'inferred' },
  'logical-assignment': { message: 'syntax error', write: 'value = value || other;', mark: 'measured' },
  async: { message: 'missing ; before statement', write: 'an ordinary function: AM waits for nothing', mark: 'inferred' },
  'async-arrow': { message: 'missing formal parameter', write: 'an ordinary function: AM waits for nothing', mark: 'inferred' },
  generator: { message: 'missing ( before function parameters.', write: 'a function that returns a list', mark: 'measured', in: AIC },
  exponent: { message: 'syntax error', write: 'Math.pow(a, b)', mark: 'measured', in: AIC },
  'catch-without-name': { message: 'missing ( before catch-block condition', write: 'catch (e) { … }', mark: 'measured' },
  'number-notation': { message: 'missing ; before statement', write: 'a decimal or 0x number', mark: 'measured', in: AIC },
  bigint: { message: 'missing ; before statement', write: 'a number or a string', mark: 'measured' },
  'regular-expression-flag': { message: 'invalid flag after regular expression', write: 'the flags g, i and m alone', mark: 'measured' },
  'regular-expression-group': { message: 'Invalid quantifier ?', write: 'a plain group', mark: 'measured' },
  'new-target': { message: 'syntax error', write: 'this instanceof Name', mark: 'measured' },
  'dynamic-import': { message: 'syntax error', write: 'require("name") of a library script', mark: 'inferred' },
} satisfies Record<string, Feature>;
export type FeatureName = keyof typeof features;

const list = (node: Node, field: string): Node[] => (Array.isArray(node[field]) ? (node[field] as Node[]).filter(Boolean) : []);

function ofDeclaration(node: Node, parent: Node | undefined): FeatureName | undefined {
  const head = parent !== undefined && /^For(In|Of)?Statement$/.test(parent.type) && parent.body !== node;
  // In a for…of it is the loop that is refused.
  if (head && parent.type === 'ForOfStatement') return node.kind === 'const' ? 'const-in-for-of' : undefined;
  if (node.kind === 'let') return head ? 'let-in-for' : 'let';
  return node.kind === 'const' && head ? 'const-in-for' : undefined;
}

function ofFunction(node: Node): FeatureName | undefined {
  if (node.async === true) return node.type === 'ArrowFunctionExpression' ? 'async-arrow' : 'async';
  return node.generator === true ? 'generator' : undefined;
}

function ofLiteral(node: Node): FeatureName | undefined {
  if (typeof node.bigint === 'string') return 'bigint';
  const regex = node.regex as { flags: string; pattern: string } | undefined;
  if (regex && /[^gim]/.test(regex.flags)) return 'regular-expression-flag';
  if (regex) return /\(\?</.test(regex.pattern) ? 'regular-expression-group' : undefined;
  return typeof node.value === 'number' && /^0[bo]/i.test(String(node.raw)) ? 'number-notation' : undefined;
}

function ofProperty(node: Node, parent: Node | undefined): FeatureName | undefined {
  if (node.computed === true) return 'computed-key';
  return node.shorthand === true && parent?.type === 'ObjectExpression' ? 'object-shorthand' : undefined;
}

function ofDefault(parent: Node | undefined): FeatureName {
  if (parent?.type === 'ArrowFunctionExpression') return 'default-parameter-of-arrow';
  return parent?.type.startsWith('Function') ? 'default-parameter' : 'destructuring';
}

/** The refused feature that a node is, if any; its children are looked at by themselves. */
export function featureOf(node: Node, parent: Node | undefined): FeatureName | undefined {
  switch (node.type) {
    case 'VariableDeclaration':
      return ofDeclaration(node, parent);
    case 'ForOfStatement':
      return 'for-of';
    case 'Property':
      return ofProperty(node, parent);
    case 'ObjectPattern':
      return list(node, 'properties').some((part) => part.type === 'RestElement') ? 'object-spread' : 'destructuring';
    case 'ArrayPattern':
      return 'array-destructuring';
    case 'AssignmentPattern':
      return ofDefault(parent);
    case 'RestElement':
      return parent?.type.includes('Function') ? 'rest-parameter' : undefined;
    case 'SpreadElement':
      return parent?.type === 'ObjectExpression' ? 'object-spread' : 'spread';
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return ofFunction(node);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return 'class';
    case 'ChainExpression':
      return 'optional-chaining';
    case 'LogicalExpression':
      return node.operator === '??' ? 'nullish-coalescing' : undefined;
    case 'BinaryExpression':
      return node.operator === '**' ? 'exponent' : undefined;
    case 'AssignmentExpression':
      return ofAssignment(String(node.operator));
    case 'CatchClause':
      return node.param === null ? 'catch-without-name' : undefined;
    case 'Literal':
      return ofLiteral(node);
    case 'MetaProperty':
      return 'new-target';
    case 'ImportExpression':
      return 'dynamic-import';
    default:
      return undefined;
  }
}

function ofAssignment(operator: string): FeatureName | undefined {
  if (operator === '**=') return 'exponent';
  return operator === '||=' || operator === '&&=' || operator === '??=' ? 'logical-assignment' : undefined;
}
