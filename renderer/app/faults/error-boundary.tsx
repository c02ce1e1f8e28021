import { Component, type ReactNode } from 'react';
import { FaultPage } from './fault-page.tsx';

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly fault: { readonly error: Error } | null;
}

/** The last net, around everything; faults of one page are caught by its route already. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { fault: { error: thrown instanceof Error ? thrown : new Error('not an error') } };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return <FaultPage error={fault.error} reset={() => this.setState({ fault: null })} />;
  }
}
