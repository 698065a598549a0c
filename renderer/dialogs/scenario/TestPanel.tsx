import type { Preview } from '#shared/contract/preview.ts';
import { intervalTimes } from '../../views/day-data/day-model.ts';
import { PreviewContent, PreviewDay, type PreviewState } from '../../views/preview/index.ts';
import { useWords } from '../words.ts';

export interface TestPanelProps {
  readonly preview: PreviewState;
  readonly day: string | undefined;
  readonly onDay: (day: string | undefined) => void;
  /** What is read, for who waits. */
  readonly systems: string;
  readonly hasSources: boolean;
  readonly hasErrors: boolean;
  readonly onGo: (line: number, column: number) => void;
  readonly onStep: (index: number) => void;
}

/** The script over the intervals of a day, before anything is saved. */
export function TestPanel(props: TestPanelProps) {
  const { preview, day, onDay, systems, hasSources, hasErrors, onGo, onStep } = props;
  const { t } = useWords();
  if (!hasSources) return <p className="field__hint">{t('scenarioWindow.testNothing')}</p>;
  return (
    <div className="script-test">
      <div className="script-test__head">
        <PreviewDay preview={preview} day={day} onDay={onDay} />
      </div>
      {hasErrors && (
        <p className="script-test__errors" role="status">
          {t('scenarioWindow.testInvalid')}
        </p>
      )}
      <PreviewContent preview={preview} systems={systems} showMistakes={false} onGo={onGo} onStep={onStep} />
      {preview.data !== undefined && <PrintedByInterval preview={preview.data} />}
    </div>
  );
}

/** Enough to see what a script prints; the log of an import has it all. */
const MOST_INTERVALS = 20;

function PrintedByInterval({ preview: { intervals } }: { readonly preview: Preview }) {
  const { t } = useWords();
  const times = intervalTimes(intervals);
  const printed = intervals.flatMap(({ printed: lines = [] }, index) =>
    lines.length === 0 ? [] : [{ time: times[index]!, lines }],
  );
  if (printed.length === 0) return null;
  const shown = printed.slice(0, MOST_INTERVALS);
  return (
    <section className="script-test__printed" aria-label={t('scenarioWindow.printed')}>
      <h3>{t('scenarioWindow.printed')}</h3>
      <dl>
        {shown.map(({ time, lines }) => (
          <div key={time.startUtc}>
            <dt className="figure">{time.start}</dt>
            <dd>
              <pre className="printed">{lines.join('\n')}</pre>
            </dd>
          </div>
        ))}
      </dl>
      {printed.length > shown.length && (
        <p className="field__hint">
          {t('scenarioWindow.printedMore', { count: printed.length - shown.length })}
        </p>
      )}
    </section>
  );
}
