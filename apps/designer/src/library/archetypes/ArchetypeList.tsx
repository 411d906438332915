import type { ArchetypeView } from '@tandem/api';
import { FilePlus2, Headset, KeyRound, type LucideIcon, Mail, RadioTower, RotateCcwKey, Smartphone, UserPlus, Workflow } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

const ICONS: Record<string, LucideIcon> = {
  blank: FilePlus2,
  'help-desk': Headset,
  'backchannel-login': RadioTower,
  'ciba-push': Smartphone,
  password: KeyRound,
  'email-otp': KeyRound,
  'magic-link': Mail,
  registration: UserPlus,
  'password-reset': RotateCcwKey,
};

interface ArchetypeListProps {
  kinds: readonly ArchetypeView[];
  chosen: string;
  onChoose(kind: ArchetypeView): void;
}

/** What a new journey starts as: one of a few cards. */
export function ArchetypeList({ kinds, chosen, onChoose }: ArchetypeListProps) {
  return (
    <RadioGroup
      className="archetypes"
      value={chosen}
      onChange={(id) => {
        const kind = kinds.find((candidate) => candidate.id === id);
        if (kind) onChoose(kind);
      }}
    >
      <Label className="field-label">Start with</Label>
      <div className="archetype-cards">
        {kinds.map(({ id, title, help }) => {
          const Icon = ICONS[id] ?? Workflow;
          return (
            <Radio key={id} value={id} className="archetype">
              <Icon size={18} aria-hidden="true" />
              <span className="archetype-text">
                <strong>{title}</strong>
                <span className="dim">{help}</span>
              </span>
            </Radio>
          );
        })}
      </div>
    </RadioGroup>
  );
}
