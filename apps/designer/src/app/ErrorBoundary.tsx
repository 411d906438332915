import { Component, type ReactNode } from 'react';
import { ErrorBox } from '../components/index.ts';
import { Link } from './Link.tsx';

interface Props {
  /** What is shown: another screen is not the one that failed. */
  place: string;
  children: ReactNode;
}

/** A screen that fails shows why and can be tried again; unsaved work is in the browser's storage. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate({ place }: Props) {
    if (place !== this.props.place && this.state.error !== null) this.setState({ error: null });
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <main className="page">
        <ErrorBox title="This screen failed" error={this.state.error} onRetry={() => this.setState({ error: null })} />
        <Link href="/">Go to the journeys</Link>
      </main>
    );
  }
}
