import type { LucideIcon } from 'lucide-react';
import {
  Activity, AtSign, BellRing, Bot, Braces, CheckCheck, CircleCheck, CircleDot, CircleX, Clock, Contact, Database, FileInput, FileJson, FilePen, Fingerprint,
  Flag, GitBranch, Globe, Hash, History, Hourglass, Info, KeyRound, Languages, LayoutList, LayoutTemplate, Link, ListChecks, Lock, LogIn, LogOut, Mail,
  MailCheck, MapPin, MessageSquare, Network, PanelTop, Phone, Play, Puzzle, QrCode, Radio, RadioTower, RefreshCw, Repeat, ScrollText, Send, Settings2, Shield,
  ShieldAlert, ShieldCheck, Shuffle, SlidersHorizontal, Smartphone, SquareStack, Tag, TextCursorInput, Timer, UserCheck, UserCog, UserPlus, UserRound,
  UserSearch, Users, Variable, Waypoints,
} from 'lucide-react';

/** By lucide's kebab-case name. A definition that names another icon gets the plain box; a unit test says so first. */
export const icons: Readonly<Record<string, LucideIcon>> = {
  activity: Activity, 'at-sign': AtSign, 'bell-ring': BellRing, bot: Bot, braces: Braces, 'check-check': CheckCheck, 'circle-check': CircleCheck,
  'circle-dot': CircleDot, 'circle-x': CircleX, clock: Clock, contact: Contact, database: Database, 'file-input': FileInput, 'file-json': FileJson,
  'file-pen': FilePen, fingerprint: Fingerprint, flag: Flag, 'git-branch': GitBranch, globe: Globe, hash: Hash, history: History, hourglass: Hourglass,
  info: Info, 'key-round': KeyRound, languages: Languages, 'layout-list': LayoutList, 'layout-template': LayoutTemplate, link: Link,
  'list-checks': ListChecks, lock: Lock, 'log-in': LogIn, 'log-out': LogOut, mail: Mail, 'mail-check': MailCheck, 'map-pin': MapPin,
  'message-square': MessageSquare, network: Network, 'panel-top': PanelTop, phone: Phone, play: Play, puzzle: Puzzle, 'qr-code': QrCode, radio: Radio,
  'radio-tower': RadioTower, 'refresh-cw': RefreshCw, repeat: Repeat, 'scroll-text': ScrollText, send: Send, 'settings-2': Settings2, shield: Shield,
  'shield-alert': ShieldAlert, 'shield-check': ShieldCheck, shuffle: Shuffle, 'sliders-horizontal': SlidersHorizontal, smartphone: Smartphone,
  'square-stack': SquareStack, tag: Tag, 'text-cursor-input': TextCursorInput, timer: Timer, 'user-check': UserCheck, 'user-cog': UserCog,
  'user-plus': UserPlus, 'user-round': UserRound, 'user-search': UserSearch, users: Users, variable: Variable, waypoints: Waypoints,
};
