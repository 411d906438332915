import { isObject, own } from '../json/own.ts';
import type { Comparison, QueryFilter } from './ast.ts';

/**
 * Whether an object fits a filter. Strings are compared without regard to case, in every operator, as AM, DS and IDM do for their usual
 * attribute syntaxes. A list fits when any of its entries does. Values of different types never fit; an absent field fits nothing, so
 * `!(mail eq "x")` holds without `mail`. `co` and `sw` ask numbers and booleans whether they are equal, and false stands before true (CREST's own
 * visitor for JSON values). `pr` asks for a value other than null and the empty list.
 */
export function matchesFilter(filter: QueryFilter, object: unknown): boolean {
  switch (filter.op) {
    case 'literal':
      return filter.value;
    case 'and':
      return filter.of.every((part) => matchesFilter(part, object));
    case 'or':
      return filter.of.some((part) => matchesFilter(part, object));
    case 'not':
      return !matchesFilter(filter.of, object);
    case 'pr':
      return valuesAt(object, filter.path).some((value) => value !== null);
    default:
      return valuesAt(object, filter.path).some((value) => fits(filter.op, value, filter.value));
  }
}

/** Every value a pointer leads to: lists are entered, by index where the pointer names one. */
function valuesAt(value: unknown, path: readonly string[], at = 0): unknown[] {
  const key = path[at];
  if (Array.isArray(value)) {
    if (key !== undefined && /^\d+$/.test(key)) return valuesAt(value[Number(key)], path, at + 1);
    return value.flatMap((entry: unknown) => valuesAt(entry, path, at));
  }
  if (key === undefined) return value === undefined ? [] : [value];
  return isObject(value) ? valuesAt(own(value, key), path, at + 1) : [];
}

function fits(op: Comparison, value: unknown, wanted: string | number | boolean | null): boolean {
  if (typeof value === 'string' && typeof wanted === 'string') return fitsText(op, value.toLowerCase(), wanted.toLowerCase());
  if (typeof value === 'number' && typeof wanted === 'number') return inOrder(asEquality(op), value, wanted);
  if (typeof value === 'boolean' && typeof wanted === 'boolean') return inOrder(asEquality(op), Number(value), Number(wanted));
  return op === 'eq' && value === wanted;
}

function asEquality(op: Comparison): Comparison {
  return op === 'co' || op === 'sw' ? 'eq' : op;
}

function fitsText(op: Comparison, value: string, wanted: string): boolean {
  if (op === 'co') return value.includes(wanted);
  if (op === 'sw') return value.startsWith(wanted);
  return inOrder(op, value, wanted);
}

function inOrder<T extends string | number>(op: Comparison, value: T, wanted: T): boolean {
  switch (op) {
    case 'eq':
      return value === wanted;
    case 'lt':
      return value < wanted;
    case 'le':
      return value <= wanted;
    case 'gt':
      return value > wanted;
    case 'ge':
      return value >= wanted;
    default:
      return false;
  }
}
