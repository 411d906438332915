import './feedback.css';

/** Grey lines where text will be; appears only after 200 ms (CSS delay), so that quick answers do not flash. */
export function Skeleton({ label, lines = 3 }: { label: string; lines?: number }) {
  return (
    <div className="skeleton" role="status" aria-busy="true">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} className="skeleton-line" style={{ width: `${[92, 68, 80, 55][line % 4]}%` }} />
      ))}
    </div>
  );
}
