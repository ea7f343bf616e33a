import { Component, type ReactNode } from 'react';
import { Button, ErrorState } from '../../ui/index.ts';

interface BoundaryProps {
  /** Changes with the page: another page gets another chance. */
  resetKey: string;
  children: ReactNode;
}

/** Catches what a page failed at, so that the rest of Steward stays usable. */
export class Boundary extends Component<BoundaryProps, { failed: 'load' | 'bug' | null; key: string }> {
  override state: { failed: 'load' | 'bug' | null; key: string } = { failed: null, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown) {
    // A part of the page that is not there any more: Steward was updated while the page was open.
    const isLoad = error instanceof TypeError && /import|module|fetch/i.test(error.message);
    return { failed: isLoad ? 'load' : 'bug' };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: { key: string }) {
    return props.resetKey === state.key ? null : { failed: null, key: props.resetKey };
  }

  override render() {
    if (this.state.failed === null) return this.props.children;
    const reload = <Button onClick={() => location.reload()}>Load the page again</Button>;
    return this.state.failed === 'load' ? (
      <ErrorState title="A part of this page could not be loaded" actions={reload}>
        Steward may have been updated while the page was open, or the network is down.
      </ErrorState>
    ) : (
      <ErrorState title="This page stopped working" actions={reload}>
        That is a mistake in Steward. What was saved is safe.
      </ErrorState>
    );
  }
}
