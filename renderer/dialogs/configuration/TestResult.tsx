import { CircleCheck, CircleDashed, CircleMinus, CircleX, Copy, TriangleAlert } from 'lucide-react';
import { type OdbcTestStep, odbcTestStepNames } from '#shared/contract/odbc.ts';
import { odbcTestText, type ReportWords, stepTitle, testSummary } from '#shared/i18n/odbc-test-text.ts';
import { Button, ErrorBox, useMessageText } from '../../ui/index.ts';
import { useCopy } from '../use-copy.ts';
import { useWords } from '../words.ts';
import type { OdbcTest } from './use-odbc-test.ts';

const signs = { ok: CircleCheck, failed: CircleX, skipped: CircleMinus, open: CircleDashed };

type ShownStep = Pick<OdbcTestStep, 'number' | 'step' | 'subject'> & Partial<OdbcTestStep>;

/** Drawn before the test ran too, so that it can be seen what it will do. */
const openSteps: readonly ShownStep[] = odbcTestStepNames.map((step, index) => ({
  number: index + 1,
  step,
  subject: '',
}));

export interface TestResultProps {
  readonly system: string;
  readonly test: OdbcTest;
  readonly onStop: () => void;
}

/** The numbered steps of a test with time and outcome, and a report to hand on. */
export function TestResult({ system, test, onStop }: TestResultProps) {
  const { t } = useWords();
  const tell = useMessageText();
  const { copied, copy } = useCopy();
  const words = { t, tell };
  const report = test.state === 'done' ? test.report : undefined;
  const steps: readonly ShownStep[] = report?.steps ?? openSteps;
  return (
    <section className="odbc-test" aria-label={t('configuration.steps')}>
      <div className="odbc-test__head">
        <span role="status">{headline(test)}</span>
        {test.state === 'running' && (
          <Button small onClick={onStop}>
            {t('configuration.testCancel')}
          </Button>
        )}
        {report !== undefined && (
          <Button small onClick={() => copy(odbcTestText(system, report, words))}>
            <Copy size={13} aria-hidden />
            {t(copied ? 'common.copied' : 'configuration.reportCopy')}
          </Button>
        )}
      </div>
      <ol>
        {steps.map((step) => (
          <Step key={step.number} step={step} words={words} />
        ))}
      </ol>
      {test.state === 'error' && <ErrorBox error={test.error} />}
    </section>
  );

  function headline(now: OdbcTest): string {
    switch (now.state) {
      case 'none':
        return t('configuration.testHint');
      case 'cancelled':
        return t('configuration.testCancelled');
      case 'running':
        return t('configuration.testRunning', { seconds: now.elapsedSeconds });
      case 'error':
        return t('configuration.testFailed');
      case 'done':
        return testSummary(now.report, words);
    }
  }
}

function Step({ step, words }: { readonly step: ShownStep; readonly words: ReportWords }) {
  const { t, tell } = words;
  const { number, outcome = 'open', elapsedMs, note, error, warnings = [] } = step;
  const Sign = signs[outcome];
  const isTimed = elapsedMs !== undefined && outcome !== 'skipped';
  return (
    <li className={`odbc-step odbc-step--${outcome}`}>
      <span className="odbc-step__number figure">{number}</span>
      <Sign className="odbc-step__sign" size={14} aria-hidden />
      <span>
        {stepTitle(step, words)}
        <span className="odbc-step__detail"> · {t(`configuration.outcome.${outcome}`)}</span>
      </span>
      <span className="odbc-step__time figure">
        {isTimed && t('configuration.milliseconds', { ms: Math.round(elapsedMs) })}
      </span>
      {note !== undefined && <span className="odbc-step__more odbc-step__detail">{tell(note)}</span>}
      {warnings.map((warning) => (
        <span key={warning.message} className="odbc-step__more source-note">
          <TriangleAlert size={12} aria-hidden />
          {tell(warning)}
        </span>
      ))}
      {error !== undefined && (
        <div className="odbc-step__more">
          <ErrorBox error={error} />
        </div>
      )}
    </li>
  );
}
