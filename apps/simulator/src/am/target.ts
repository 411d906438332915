import type { StartTarget } from '@tandem/engine';
import { AmFailure } from './failure.ts';

/** What an `authenticate` request wants to start, by its `authIndexType` and `authIndexValue`. @throws AmFailure 400 */
export function startTarget({ authIndexType: type, authIndexValue: value }: Record<string, unknown>): StartTarget {
  if (type === undefined && value === undefined) return { type: 'default' };
  if (typeof value !== 'string' || value === '') throw new AmFailure(400, 'authIndexType and authIndexValue must be given together.');
  switch (type) {
    case 'service':
      return { type: 'service', journey: value };
    case 'transaction':
      return { type: 'transaction', id: value };
    case 'composite_advice':
      return adviceTarget(value);
    default:
      throw new AmFailure(400, `authIndexType "${String(type)}" is not supported here; use service, transaction or composite_advice.`);
  }
}

/**
 * Advice of a policy decision: which transaction the user has to approve, or which journey to go through (facts 4.6; Ping docs: transactional
 * authorization).
 */
function adviceTarget(xml: string): StartTarget {
  for (const [, pair = ''] of xml.matchAll(/<AttributeValuePair>(.*?)<\/AttributeValuePair>/gs)) {
    const name = /<Attribute\s+name=(["'])(.*?)\1\s*\/?>/s.exec(pair)?.[2];
    const value = unescaped(/<Value>(.*?)<\/Value>/s.exec(pair)?.[1]?.trim() ?? '');
    if (value === '') continue;
    if (name === 'TransactionConditionAdvice') return { type: 'transaction', id: value };
    // "/alpha:Login": the realm's name leads.
    if (name === 'AuthenticateToServiceConditionAdvice' || name === 'AuthenticateToTreeConditionAdvice')
      return { type: 'service', journey: value.slice(value.indexOf(':') + 1) };
  }
  throw new AmFailure(
    400,
    'The advice names neither a transaction nor a journey: TransactionConditionAdvice or AuthenticateToServiceConditionAdvice.',
  );
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}
