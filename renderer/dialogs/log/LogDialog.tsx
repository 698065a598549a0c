import { Copy, RefreshCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type LogName, useClient } from '../../state/index.ts';
import { Button, Dialog, EmptyState, ErrorBox } from '../../ui/index.ts';
import { useCopy } from '../use-copy.ts';
import { useReading } from '../use-reading.ts';
import { useWords } from '../words.ts';
import './log-dialog.css';

export interface LogDialogProps {
  readonly name: LogName;
  readonly onClose: () => void;
}

/** The end of a log of the home, opened at its newest line. */
export function LogDialog({ name, onClose }: LogDialogProps) {
  const client = useClient();
  const { t } = useWords();
  const { data, error, busy, again } = useReading(
    (signal) => client.call('home.log', { name }, { signal }),
    [client, name],
  );
  const { copied, copy } = useCopy();
  const text = useRef<HTMLElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new text is shown from its end.
  useEffect(() => {
    text.current?.scrollTo({ top: text.current.scrollHeight });
  }, [data]);

  return (
    <Dialog
      title={name}
      subtitle={data === undefined ? t('common.reading') : <span className="mono">{data.path}</span>}
      size="large"
      onClose={onClose}
      footerStart={
        <>
          <Button onClick={again} disabled={busy}>
            <RefreshCw size={14} aria-hidden />
            {t('common.reload')}
          </Button>
          <Button onClick={() => data !== undefined && copy(data.text)} disabled={!data?.text}>
            <Copy size={14} aria-hidden />
            {t(copied ? 'common.copied' : 'common.copy')}
          </Button>
        </>
      }
      footer={
        <Button look="primary" autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {error !== undefined && <ErrorBox error={error} />}
      {data !== undefined && data.text === '' ? (
        <EmptyState title={t('log.empty')} />
      ) : (
        <>
          <p className="log-note">{t('log.endNote')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard. */}
          <section ref={text} className="log-text" tabIndex={0} aria-label={t('log.content', { name })}>
            <pre>{data?.text}</pre>
          </section>
        </>
      )}
    </Dialog>
  );
}
