import { spanText, type ToldEvent } from './events.ts';

/** A run as a sequence diagram: who speaks to whom, in order. Mermaid and SVG are drawn from it. */
export interface Sequence {
  participants: Participant[];
  items: SequenceItem[];
}
export interface Participant {
  id: string;
  label: string;
  kind: 'client' | 'main' | 'backchannel' | 'transaction' | 'outbox';
}
export type SequenceItem =
  | { kind: 'message'; from: string; to: string; text: string; answer: boolean }
  | { kind: 'note'; over: string; text: string }
  | { kind: 'gap'; text: string };

/** Time that passes without anything is drawn from so many ms on. */
const GAP_MS = 1000;

/** @param events of a run or several, in order of seq */
export function sequenceOf(events: readonly ToldEvent[]): Sequence {
  const drawing = new Drawing();
  for (const event of events) drawing.add(event);
  return { participants: [...drawing.participants.values()], items: drawing.items };
}

class Drawing {
  readonly participants = new Map<string, Participant>();
  readonly items: SequenceItem[] = [];
  private before: number | undefined;

  add(event: ToldEvent): void {
    const drawn = this.draw(event);
    if (drawn.length === 0) return;
    if (this.before !== undefined && event.at - this.before >= GAP_MS) this.items.push({ kind: 'gap', text: spanText(event.at - this.before) });
    this.before = event.at;
    this.items.push(...drawn);
  }

  private draw(event: ToldEvent): SequenceItem[] {
    const { kind, session, message = '' } = event;
    if (session === undefined) return kind === 'transaction-expired' ? [{ kind: 'note', over: this.other('transaction'), text: 'expired' }] : [];
    const [client, journey] = this.pair(event, session);
    const say = (from: string, to: string, text: string, answer = false): SequenceItem[] => [{ kind: 'message', from, to, text, answer }];
    switch (kind) {
      case 'session-started':
        return say(client, journey, message);
      case 'answered':
        return say(client, journey, `${event.callbacks?.join(', ') || 'empty step'}`);
      case 'resumed':
        return say(client, journey, 'comes back');
      case 'callbacks':
        return say(journey, client, `${event.nodeName ?? ''}: ${event.callbacks?.join(', ') || 'nothing'}`, true);
      case 'suspended':
        return say(journey, client, `${event.nodeName ?? ''}: suspended`, true);
      case 'session-ended':
        return say(journey, client, message, true);
      case 'visited':
        return [{ kind: 'note', over: journey, text: `${event.nodeName ?? event.node ?? ''}: ${event.outcomeName ?? event.outcome ?? ''}` }];
      case 'message':
        return say(journey, this.other('outbox'), message);
      case 'transaction-created':
      case 'transaction-started':
      case 'transaction-completed':
      case 'transaction-retry':
      case 'transaction-expired':
      case 'notification':
        return say(journey, this.other('transaction'), message || kind);
      case 'log':
        return event.level === 'error' ? [{ kind: 'note', over: journey, text: message }] : [];
      default:
        return [];
    }
  }

  /** A session's client and journey: two lanes. */
  private pair(event: ToldEvent, session: string): [client: string, journey: string] {
    const known = this.participants.get(`journey ${session}`);
    const number = [...this.participants.values()].filter(({ kind }) => kind === 'client').length + (known ? 0 : 1);
    const main = event.run === undefined || event.run === session;
    if (!known) {
      const label = event.player ?? (main ? 'Client' : 'Person');
      this.participants.set(`client ${session}`, { id: `C${number}`, label, kind: 'client' });
      this.participants.set(`journey ${session}`, { id: `J${number}`, label: event.journey || 'AM', kind: main ? 'main' : 'backchannel' });
    }
    return [this.participants.get(`client ${session}`)?.id ?? '', this.participants.get(`journey ${session}`)?.id ?? ''];
  }

  private other(kind: 'transaction' | 'outbox'): string {
    const id = kind === 'transaction' ? 'T' : 'O';
    if (!this.participants.has(kind)) this.participants.set(kind, { id, label: kind === 'transaction' ? 'Transaction' : 'Outbox', kind });
    return id;
  }
}
