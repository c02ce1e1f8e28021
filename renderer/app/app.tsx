import { Loader } from '@mantine/core';
import { SessionProvider } from '../bridge/session.tsx';
import { useText } from '../bridge/text.ts';
import { FailureNotice } from '../ui/notice/failure-notice.tsx';
import type { Failure } from '../../shared/failure.ts';
import { ErrorBoundary } from './faults/error-boundary.tsx';
import css from './faults/faults.module.css';
import { Gate } from './gate.tsx';
import { Providers } from './providers.tsx';

/** The window. */
export function App() {
  return (
    <Providers>
      <ErrorBoundary>
        <SessionProvider pending={(failure) => <Pending failure={failure} />}>
          <Gate />
        </SessionProvider>
      </ErrorBoundary>
    </Providers>
  );
}

/** Until the core has answered the first question; it answers again by itself when it has started anew. */
function Pending({ failure }: { readonly failure: Failure | null }) {
  const t = useText();
  return (
    <main className={css['fault']}>
      <h1>{t('product.name')}</h1>
      {failure === null ? <Loader aria-label={t('frame.loading')} /> : <FailureNotice failure={failure} />}
    </main>
  );
}
