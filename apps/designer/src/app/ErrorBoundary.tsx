import { Component, type ReactNode } from 'react';
import { ErrorBox } from '../components/index.ts';

/** A screen that fails shows why and can be tried again; unsaved work is in the browser's storage. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <main className="page">
        <ErrorBox title="This screen failed" error={this.state.error} onRetry={() => this.setState({ error: null })} />
      </main>
    );
  }
}
