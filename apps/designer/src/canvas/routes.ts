import type { Point, Rect } from './geometry.ts';
import { type RouteRequest, reach, route } from './routing.ts';

interface Way {
  request: RouteRequest;
  points: readonly Point[];
}

/** Ways of a journey's connections, kept from one state of it to the next. */
export interface Routes {
  /** Finds ways among these cards. A way that was found before stays as long as its ends and the cards that have a part in it do. */
  among(cards: ReadonlyMap<string, Rect>): (connection: string, request: RouteRequest) => readonly Point[];
}

const samePoint = (a: Point, b: Point) => a.x === b.x && a.y === b.y;
const sameRect = (a: Rect, b: Rect) => samePoint(a, b) && a.width === b.width && a.height === b.height;
const sameRequest = (a: RouteRequest, b: RouteRequest) => samePoint(a.from, b.from) && samePoint(a.to, b.to) && a.lane === b.lane;

/** Places where a card stood or stands now, of those that came, went or moved. */
function changedPlaces(before: ReadonlyMap<string, Rect>, after: ReadonlyMap<string, Rect>): Rect[] {
  const changed: Rect[] = [];
  for (const [id, rect] of after) {
    const was = before.get(id);
    if (was === undefined) changed.push(rect);
    else if (!sameRect(was, rect)) changed.push(was, rect);
  }
  for (const [id, rect] of before) if (!after.has(id)) changed.push(rect);
  return changed;
}

export function createRoutes(): Routes {
  let known: ReadonlyMap<string, Rect> = new Map();
  let ways: ReadonlyMap<string, Way> = new Map();
  return {
    among(cards) {
      const changed = changedPlaces(known, cards);
      const before = ways;
      const found = new Map<string, Way>();
      const all = [...cards.values()];
      known = cards;
      ways = found;
      return (connection, request) => {
        const { left, right } = reach(request);
        const hasPart = (rect: Rect) => rect.x <= right && rect.x + rect.width >= left;
        const last = before.get(connection);
        const stays = last !== undefined && sameRequest(last.request, request) && !changed.some(hasPart);
        const points = stays ? last.points : route(request, all.filter(hasPart));
        found.set(connection, { request, points });
        return points;
      };
    },
  };
}
