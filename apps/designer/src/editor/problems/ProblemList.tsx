import './problems.css';
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { Button } from '../../components/index.ts';
import { useEditing } from '../EditorContext.ts';
import { focusSettings } from '../focusSettings.ts';
import { connectCommand } from '../store/commands.ts';
import type { Problem } from './problems.ts';
import { useProblems } from './useProblems.ts';

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

/** Tab of the dock: what would keep the journey from running as drawn. A press on one goes there. */
export function ProblemList() {
  const { store, resources } = useEditing();
  const problems = useProblems(store, resources);
  if (problems.length === 0) {
    return (
      <p className="problems-none">
        <CircleCheck size={15} aria-hidden="true" />
        No problems in {store.getState().id}
      </p>
    );
  }
  const sorted = [...problems].sort((a, b) => a.severity.localeCompare(b.severity));
  return (
    <ul className="problems">
      {sorted.map((problem) => (
        <ProblemRow key={`${problem.rule}/${problem.node}/${problem.child}/${problem.message}`} problem={problem} />
      ))}
    </ul>
  );
}
