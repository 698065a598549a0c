import { useWords } from '../../dialogs/words.ts';
import { ErrorBox, Skeleton } from '../../ui/index.ts';
import { PreviewBody, type PreviewBodyProps } from './PreviewBody.tsx';
import type { PreviewState } from './use-preview.ts';

export interface PreviewContentProps extends Omit<PreviewBodyProps, 'preview' | 'busy'> {
  readonly preview: PreviewState;
  /** What is being read, for who waits. */
  readonly systems: string;
}

/** A preview in each of its states: read, being read, failed. */
export function PreviewContent({ preview, systems, ...rest }: PreviewContentProps) {
  const { t } = useWords();
  const { data, error, reading, readAgain } = preview;
  if (error !== undefined && !reading) {
    return (
      <div className="day-data">
        <ErrorBox title={t('preview.failed')} error={error} onRetry={readAgain} />
      </div>
    );
  }
  if (data === undefined) {
    return (
      <div className="preview-wait" role="status">
        {t('preview.reading', { systems })}
        <Skeleton width="70%" />
        <Skeleton width="45%" />
      </div>
    );
  }
  return <PreviewBody preview={data} busy={reading || preview.computing} {...rest} />;
}
