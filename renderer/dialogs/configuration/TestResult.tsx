import { CircleCheck, CircleDashed, CircleMinus, CircleX } from 'lucide-react';
import type { OdbcTestReport } from '#shared/contract/systems.ts';
import { Button, ErrorBox, useMessageText } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import type { OdbcTest } from './use-odbc-test.ts';

type StepName = OdbcTestReport['steps'][number]['step'];
type Outcome = OdbcTestReport['steps'][number]['outcome'] | 'open';

const stepNames: readonly StepName[] = ['data-source', 'driver', 'login', 'statement'];
const signs = { ok: CircleCheck, failed: CircleX, skipped: CircleMinus, open: CircleDashed };

/** The steps of a test, drawn before it ran too, so that nothing moves when it answers. */
export function TestResult({ test, onStop }: { readonly test: OdbcTest; readonly onStop: () => void }) {
  const { t } = useWords();
  const tell = useMessageText();
  const report = test.state === 'done' ? test.report : undefined;
  const failed = report?.steps.find((step) => step.outcome === 'failed');
  return (
    <section className="odbc-test" aria-label={t('configuration.steps')}>
      <div className="odbc-test__head" role="status">
        {headline(test)}
        {test.state === 'running' && (
          <Button small onClick={onStop}>
            {t('configuration.testCancel')}
          </Button>
        )}
      </div>
      <ol>
        {stepNames.map((name) => {
          const step = report?.steps.find((candidate) => candidate.step === name);
          const outcome: Outcome = step?.outcome ?? (report === undefined ? 'open' : 'skipped');
          const Sign = signs[outcome];
          return (
            <li key={name} className={`odbc-step odbc-step--${outcome}`}>
              <Sign size={14} aria-hidden />
              <span>{t(`configuration.step.${name}`)}</span>
              <span className="odbc-step__detail">
                {step?.outcome === 'ok' && step.detail !== ''
                  ? step.note === undefined
                    ? step.detail
                    : tell(step.note)
                  : t(`configuration.outcome.${outcome}`)}
              </span>
              <span className="odbc-step__time figure">
                {step !== undefined &&
                  step.outcome !== 'skipped' &&
                  t('configuration.milliseconds', { ms: Math.round(step.elapsedMs) })}
              </span>
            </li>
          );
        })}
      </ol>
      {failed?.error !== undefined && <ErrorBox error={failed.error} />}
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
      case 'done': {
        if (!now.report.ok) return t('configuration.testFailed');
        const driver = [now.report.driverName, now.report.databaseName].filter(Boolean).join(' · ');
        return driver === '' ? t('configuration.testOk') : t('configuration.testOkDriver', { driver });
      }
    }
  }
}
