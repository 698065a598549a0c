import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { Button, ErrorBox, TooltipProvider } from '../ui/index.ts';

interface Caught {
  readonly error: ErrorShape | null;
}

/** A mistake of the page is shown, with the way out, instead of an empty window. The engine goes on meanwhile. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = { error: null };

  static getDerivedStateFromError(thrown: unknown): Caught {
    return { error: errorShape(thrown) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <Unexpected error={error} />;
  }
}

function Unexpected({ error }: { readonly error: ErrorShape }) {
  const { t } = useTranslation();
  return (
    <TooltipProvider>
      <main className="no-port">
        <ErrorBox title={t('app.errorUnexpected')} error={error} />
        <Button look="primary" onClick={() => window.location.reload()}>
          {t('app.reload')}
        </Button>
      </main>
    </TooltipProvider>
  );
}
