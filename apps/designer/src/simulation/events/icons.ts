import type { EventKind } from '@tandem/engine/view';
import {
  Bell,
  Boxes,
  CircleCheck,
  CirclePause,
  CirclePlay,
  Clock,
  CornerDownRight,
  CornerUpLeft,
  Eraser,
  Gauge,
  GitBranch,
  Hourglass,
  KeyRound,
  LogOut,
  type LucideIcon,
  Mail,
  MessageCircleQuestion,
  Play,
  RefreshCw,
  Reply,
  RotateCcw,
  ScrollText,
  Square,
  Timer,
  UserPen,
} from 'lucide-react';

/** An icon for every kind of event that the engine has. */
const ICONS: Readonly<Record<EventKind, LucideIcon>> = {
  'session-started': Play,
  answered: Reply,
  suspended: CirclePause,
  resumed: CirclePlay,
  'inner-started': CornerDownRight,
  'inner-ended': CornerUpLeft,
  'effect-requested': Hourglass,
  visited: GitBranch,
  callbacks: MessageCircleQuestion,
  'session-ended': Square,
  'transaction-created': KeyRound,
  'transaction-started': Play,
  'transaction-completed': CircleCheck,
  'transaction-retry': RotateCcw,
  'transaction-expired': Timer,
  notification: Bell,
  log: ScrollText,
  metric: Gauge,
  'identity-changed': UserPen,
  'object-changed': Boxes,
  message: Mail,
  'message-answered': Reply,
  clock: Clock,
  latency: Timer,
  realm: RefreshCw,
  logout: LogOut,
  pruned: Eraser,
};

/** A log may be of a newer server. */
export function iconOf(kind: string): LucideIcon {
  return Object.hasOwn(ICONS, kind) ? ICONS[kind as EventKind] : GitBranch;
}
