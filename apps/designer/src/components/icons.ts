import type { LucideIcon } from 'lucide-react';
import {
  Activity, AtSign, BellRing, Box, Braces, ChartLine, CircleCheck, CircleX, ClipboardList, Clock, CodeXml, Cpu, Database, Fingerprint, Gauge,
  GitBranch, Globe, Hourglass, IdCard, KeyRound, Link, Lock, LockKeyhole, LogIn, LogOut, Mail, MailCheck, MapPin, MessageSquare, Network, PanelTop,
  Phone, Play, Puzzle, QrCode, Send, ShieldCheck, SlidersHorizontal, Smartphone, Store, Tag, Tags, Timer, User, UserCheck, UserPlus, UserRound,
  UserSearch, UsersRound, WandSparkles, Wrench,
} from 'lucide-react';

/** By lucide's kebab-case name. A definition that names another icon gets the plain box; a unit test says so first. */
export const icons: Readonly<Record<string, LucideIcon>> = {
  activity: Activity, 'at-sign': AtSign, 'bell-ring': BellRing, box: Box, braces: Braces, 'chart-line': ChartLine, 'circle-check': CircleCheck,
  'circle-x': CircleX, 'clipboard-list': ClipboardList, clock: Clock, 'code-xml': CodeXml, cpu: Cpu, database: Database, fingerprint: Fingerprint,
  gauge: Gauge, 'git-branch': GitBranch, globe: Globe, hourglass: Hourglass, 'id-card': IdCard, 'key-round': KeyRound, link: Link, lock: Lock,
  'lock-keyhole': LockKeyhole, 'log-in': LogIn, 'log-out': LogOut, mail: Mail, 'mail-check': MailCheck, 'map-pin': MapPin,
  'message-square': MessageSquare, network: Network, 'panel-top': PanelTop, phone: Phone, play: Play, puzzle: Puzzle, 'qr-code': QrCode, send: Send,
  'shield-check': ShieldCheck, 'sliders-horizontal': SlidersHorizontal, smartphone: Smartphone, store: Store, tag: Tag, tags: Tags, timer: Timer,
  user: User, 'user-check': UserCheck, 'user-plus': UserPlus, 'user-round': UserRound, 'user-search': UserSearch, 'users-round': UsersRound,
  'wand-sparkles': WandSparkles, wrench: Wrench,
};
