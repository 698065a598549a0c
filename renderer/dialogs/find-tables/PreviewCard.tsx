import type { Preview } from '#shared/contract/find-tables.ts';
import { Card, ErrorBox } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import type { PreviewState } from './use-preview.ts';

/** The first intervals that an import would read. */
export function PreviewCard({ shown }: { readonly shown: PreviewState }) {
  const { t, formats } = useWords();
  const preview = shown.state === 'there' ? shown.preview : undefined;
  return (
    <Card title={t('findTables.preview')} note={preview && noteOf(preview)} className="find-tables__card">
      {shown.state === 'failed' && (
        <div className="find-tables__missing">
          <ErrorBox title={t('findTables.previewFailed')} error={shown.error} />
        </div>
      )}
      {preview === undefined && shown.state !== 'failed' && (
        <p className="find-tables__missing" role="status">
          {t(shown.state === 'reading' ? 'findTables.previewReading' : 'findTables.previewWaiting')}
        </p>
      )}
      {preview !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: what scrolls has to be reachable by keyboard, and holds no controls.
        <div className="find-tables__scroll" role="group" tabIndex={0} aria-label={t('findTables.preview')}>
          {preview.intervals.length === 0 ? (
            <p className="find-tables__missing">{t('findTables.previewEmpty')}</p>
          ) : (
            <PreviewTable preview={preview} />
          )}
          {preview.unreadableStamps > 0 && (
            <p className="find-tables__missing">
              {t('findTables.unreadable', { count: preview.unreadableStamps })}
            </p>
          )}
        </div>
      )}
    </Card>
  );

  function noteOf({ day, zone, queueCount }: Preview): string {
    return [
      t('findTables.previewOf', { day: formats.day(day) }),
      t('findTables.previewQueues', { count: queueCount }),
      ...(zone === undefined ? [] : [t('findTables.previewClock', { zone })]),
    ].join(' · ');
  }
}

function PreviewTable({ preview }: { readonly preview: Preview }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return (
    <>
      <table className="find-tables__figures">
        <thead>
          <tr>
            <th scope="col">{t('findTables.start')}</th>
            <th scope="col">{t('findTables.queue')}</th>
            {preview.valueTypes.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.intervals.map(({ time, queue, values }) => (
            <tr key={`${time} ${queue}`}>
              <td>{time}</td>
              <td>{queue}</td>
              {values.map((value, index) => (
                <td key={preview.valueTypes[index]}>{value === null ? '–' : number.format(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {preview.more > 0 && (
        <p className="find-tables__missing">{t('findTables.previewMore', { count: preview.more })}</p>
      )}
    </>
  );
}
