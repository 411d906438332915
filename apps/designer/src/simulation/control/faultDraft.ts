import type { FaultSetting } from '@tandem/api';
import { durationOf } from '../panels/duration.ts';

/** A fault as its form has it: all that any kind asks for. */
export interface FaultDraft {
  kind: 'script' | 'http' | 'clock-skew';
  script: string | null;
  message: string;
  url: string;
  status: string;
  role: 'main' | 'backchannel';
  /** As typed: "90 s", "-5 min". */
  skew: string;
}
/** What is still missing, by the field that it belongs to. */
export type FaultMissing = Partial<Record<'script' | 'url' | 'status' | 'skew', string>>;

export function faultOf({ kind, script, message, url, status, role, skew }: FaultDraft): { fault: FaultSetting } | { missing: FaultMissing } {
  switch (kind) {
    case 'script': {
      if (script === null) return { missing: { script: 'Which script?' } };
      return { fault: { kind, script, ...(message.trim() === '' ? {} : { message: message.trim() }) } };
    }
    case 'http': {
      const missing: FaultMissing = {};
      if (!/^(https?:\/\/|\*|http\*)/i.test(url.trim())) missing.url = 'A whole URL, such as https://api.example.com/*.';
      const code = Number(status.trim());
      if (!Number.isInteger(code) || code < 100 || code > 599) missing.status = 'A status from 100 to 599.';
      return Object.keys(missing).length > 0 ? { missing } : { fault: { kind, url: url.trim(), status: code } };
    }
    case 'clock-skew': {
      const isBehind = /^\s*[-−]/.test(skew);
      const ms = durationOf(skew.replace(/^\s*[-−+]/, ''));
      if (ms === null || ms === 0) return { missing: { skew: 'A time such as 90 s, -5 min or 4000 ms, up to a day.' } };
      return { fault: { kind, role, ms: isBehind ? -ms : ms } };
    }
  }
}
