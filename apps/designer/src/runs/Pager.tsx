import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '../components/index.ts';
import { PAGE } from './filter.ts';

interface PagerProps {
  page: number;
  total: number;
  onPage(page: number): void;
}

/** From page to page of a long list. */
export function Pager({ page, total, onPage }: PagerProps) {
  const last = Math.max(1, Math.ceil(total / PAGE));
  if (last === 1 && page === 1) return null;
  return (
    <nav className="runs-pager" aria-label="Pages">
      <Button icon={<ChevronLeft size={15} aria-hidden="true" />} isIdle={page <= 1} onPress={() => onPage(Math.min(page - 1, last))}>
        Newer
      </Button>
      <span className="numeric" role="status">{`Page ${page} of ${last}`}</span>
      <Button icon={<ChevronRight size={15} aria-hidden="true" />} isIdle={page >= last} onPress={() => onPage(page + 1)}>
        Older
      </Button>
    </nav>
  );
}
