import './problems.css';
import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { Badge } from '../../components/index.ts';
import { useEditing } from '../EditorContext.ts';
import { countBySeverity, countWords } from './problems.ts';
import { useProblems } from './useProblems.ts';
import { useStartsSomewhere } from './useStartsSomewhere.ts';

/** How many problems of each severity the journey has, beside the title of their tab. */
export function ProblemCount() {
  const { store } = useEditing();
  const findings = useProblems(store);
  const starts = useStartsSomewhere(store);
  if (findings === null) return null;
  const counts = countBySeverity(findings);
  // Of a blank journey there is nothing to say, and nothing to be proud of.
  if (findings.length === 0 && !starts) return null;
  if (findings.length === 0) return <CircleCheck size={15} className="problem-count-none" role="img" aria-label="none" />;
  return (
    <>
      <span className="visually-hidden">{countWords(counts)}</span>
      <span className="problem-counts" aria-hidden="true">
        {counts.error > 0 ? (
          <Badge tone="failure" icon={<CircleX size={11} />}>
            {counts.error}
          </Badge>
        ) : null}
        {counts.warning > 0 ? (
          <Badge tone="transaction" icon={<TriangleAlert size={11} />}>
            {counts.warning}
          </Badge>
        ) : null}
        {counts.info > 0 ? <Badge icon={<Info size={11} />}>{counts.info}</Badge> : null}
      </span>
    </>
  );
}
