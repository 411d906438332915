import './problems.css';
import { ChevronDown, ChevronUp, CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Badge, Button, Panel } from '../../components/index.ts';
import { useEditing } from '../EditorContext.ts';
import { focusSettings } from '../focusSettings.ts';
import { connectCommand } from '../store/commands.ts';
import type { Problem } from './problems.ts';

function ProblemRow({ problem }: { problem: Problem }) {
  const { store, resources, reveal } = useEditing();
  const { fix } = problem;
  const go = () => {
    if (problem.node === null) return;
    reveal(problem.node);
    store.select({ nodes: [problem.node], edge: null }, problem.child);
    // After the canvas has brought the node into view, which takes the focus, too.
    if (problem.field !== undefined) setTimeout(() => focusSettings(problem.field), 260);
  };
  return (
    <li className="problem" data-rule={problem.rule}>
      <button type="button" className="problem-go" onClick={go}>
        <span className="problem-icon" data-severity={problem.severity} role="img" aria-label={problem.severity}>
          {problem.severity === 'error' ? <CircleX size={15} aria-hidden="true" /> : <TriangleAlert size={15} aria-hidden="true" />}
        </span>
        <span className="problem-message">{problem.message}</span>
        <span className="problem-place">{problem.place}</span>
        <code className="problem-rule">{problem.rule}</code>
      </button>
      {fix ? (
        <Button size="small" onPress={() => store.run(connectCommand(resources.nodeTypes, store.getState().document, fix.from, fix.outcome, fix.to))}>
          {fix.label}
        </Button>
      ) : null}
    </li>
  );
}

/** Below the canvas: how many problems there are; opened, the list. A press on one goes there. */
export function ProblemsStrip({ problems }: { problems: readonly Problem[] }) {
  const [open, setOpen] = useState(false);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const sorted = [...problems].sort((a, b) => a.severity.localeCompare(b.severity));
  const bar = (
    <div className="strip">
      <button type="button" className="strip-toggle" aria-expanded={open} onClick={() => setOpen(!open)} disabled={problems.length === 0}>
        {problems.length === 0 ? (
          <CircleCheck size={15} className="strip-ok" aria-hidden="true" />
        ) : open ? (
          <ChevronDown size={15} aria-hidden="true" />
        ) : (
          <ChevronUp size={15} aria-hidden="true" />
        )}
        {problems.length === 0 ? 'No problems' : 'Problems'}
        {problems.length === 0 ? null : <Badge tone={errors > 0 ? 'failure' : 'transaction'}>{problems.length}</Badge>}
      </button>
    </div>
  );
  if (!open || problems.length === 0) return bar;
  return (
    <Panel label="Problems" side="bottom" name="problems" defaultSize={190} min={90} max={520}>
      {bar}
      <ul className="problems">
        {sorted.map((problem) => (
          <ProblemRow key={`${problem.rule}/${problem.node}/${problem.child}/${problem.message}`} problem={problem} />
        ))}
      </ul>
    </Panel>
  );
}
