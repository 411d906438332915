import './problems.css';
import { CircleCheck } from 'lucide-react';
import { Badge } from '../../components/index.ts';
import { useEditing } from '../EditorContext.ts';
import { useProblems } from './useProblems.ts';

/** How many problems the journey has, beside the title of their tab. */
export function ProblemCount() {
  const { store, resources } = useEditing();
  const problems = useProblems(store, resources);
  if (problems.length === 0) return <CircleCheck size={15} className="problem-count-none" role="img" aria-label="none" />;
  const errors = problems.some((problem) => problem.severity === 'error');
  return <Badge tone={errors ? 'failure' : 'transaction'}>{problems.length}</Badge>;
}
