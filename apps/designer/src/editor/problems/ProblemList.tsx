import { runAloud } from '../runAloud.ts';
import './problems.css';
import type { Finding, Severity } from '@tandem/lint';
import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert, Wrench } from 'lucide-react';
import { Button, Skeleton } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { CreateJourney } from '../fields/CreateJourney.tsx';
import { showProblem } from './problems.ts';
import { useProblems } from './useProblems.ts';
import { useStartsSomewhere } from './useStartsSomewhere.ts';

const ICONS: Record<Severity, LucideIcon> = { error: CircleX, warning: TriangleAlert, info: Info };
const NAMES: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Note' };

/** The journey that a setting names and the realm lacks: it is made by the server, not by a change of this one. */
function useMissingJourney({ rule, node, child, field }: Finding): string | null {
  const value = useEditor(({ document }) => document.nodes[child ?? node ?? '']?.[field ?? '']);
  return rule === 'missing-journey' && typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function ProblemRow({ finding }: { finding: Finding }) {
  const editing = useEditing();
  const { fix, severity } = finding;
  const Icon = ICONS[severity];
  const missing = useMissingJourney(finding);
  const repair = () => {
    if (fix) runAloud(editing.store, fix);
  };
  return (
    <li className="problem" data-rule={finding.rule}>
      <button type="button" className="problem-go" onClick={() => showProblem(editing, finding)}>
        <span className="problem-icon" data-severity={severity} role="img" aria-label={NAMES[severity]}>
          <Icon size={15} aria-hidden="true" />
        </span>
        <span className="problem-message">{finding.text}</span>
        <span className="problem-place">{finding.place}</span>
        <code className="problem-rule">{finding.rule}</code>
      </button>
      {missing === null ? null : <CreateJourney name={missing} />}
      {fix ? (
        <Button size="small" icon={<Wrench size={13} aria-hidden="true" />} onPress={repair}>
          {fix.name}
        </Button>
      ) : null}
    </li>
  );
}

/** Tab of the dock: what the rules say of the journey, the worst first. A press on one goes there; a fix is a command that can be undone. */
export function ProblemList() {
  const { store } = useEditing();
  const findings = useProblems(store);
  const starts = useStartsSomewhere(store);
  if (findings === null) return <Skeleton label="Looking for problems" lines={3} />;
  if (findings.length === 0 && !starts) return <p className="problems-none">Start leads nowhere yet. Add the first node.</p>;
  if (findings.length === 0) {
    return (
      <p className="problems-none">
        <CircleCheck size={15} aria-hidden="true" />
        No problems in {store.getState().id}
      </p>
    );
  }
  return (
    <ul className="problems">
      {findings.map((finding) => (
        <ProblemRow key={`${finding.rule}/${finding.node}/${finding.child}/${finding.field}/${finding.text}`} finding={finding} />
      ))}
    </ul>
  );
}
