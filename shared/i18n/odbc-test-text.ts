import type { TFunction } from 'i18next';
import type { OdbcTestReport, OdbcTestStep } from '../contract/odbc.ts';
import type { MessageShape } from './messages.ts';

/** The words of a reader: those of `dialogs.ts`, and how a message is told. */
export interface ReportWords {
  readonly t: TFunction<'dialogs'>;
  readonly tell: (shape: MessageShape) => string;
}

/** `Read right: calls` */
export function stepTitle({ step, subject }: Pick<OdbcTestStep, 'step' | 'subject'>, { t }: ReportWords) {
  const name = t(`configuration.step.${step}`);
  return subject === '' ? name : t('configuration.stepSubject', { step: name, subject });
}

/** What all steps come to, in one sentence. */
export function testSummary(report: OdbcTestReport, { t }: ReportWords): string {
  const driver = [report.driverName, report.databaseName].filter(Boolean).join(' · ');
  if (driver === '') return t('configuration.testFailed');
  if (report.ok && isSectionWrong(report)) return t('configuration.testSection');
  if (report.ok) return t('configuration.testOkDriver', { driver });
  const count = report.steps.filter(({ outcome }) => outcome === 'failed').length;
  return t('configuration.testPartly', { count });
}

/** True when the section has an error, so that its statements could not be made: their steps say which. */
export function isSectionWrong({ steps }: Pick<OdbcTestReport, 'steps'>): boolean {
  return steps.some(({ outcome, note }) => outcome === 'skipped' && note && note.code !== 'ODBC_STEP');
}

/** The report as plain text, for a mail or a ticket; like the report it holds no secret. */
export function odbcTestText(system: string, report: OdbcTestReport, words: ReportWords): string {
  const { t } = words;
  const at = `${report.startedAtUtc.slice(0, 16).replace('T', ' ')} UTC`;
  const outcomes = report.steps.map(({ outcome }) => t(`configuration.outcome.${outcome}`));
  const width = Math.max(...outcomes.map((outcome) => outcome.length));
  const lines = report.steps.flatMap((step, index) => {
    const time =
      step.outcome === 'skipped' ? '' : ` (${t('configuration.milliseconds', { ms: step.elapsedMs })})`;
    const head = `${String(step.number).padStart(2)}  ${outcomes[index]!.padEnd(width)}  `;
    const below = stepText(step, words).map((line) => `${' '.repeat(head.length)}${line}`);
    return [`${head}${stepTitle(step, words)}${time}`, ...below];
  });
  const ids = [report.driverName, report.databaseName].filter(Boolean).join(' · ');
  return [
    t('configuration.reportTitle', { system, at }),
    testSummary(report, words),
    ...(ids === '' || (report.ok && !isSectionWrong(report)) ? [] : [ids]),
    '',
    ...lines,
    '',
  ].join('\n');
}

function stepText({ note, error, warnings }: OdbcTestStep, { tell }: ReportWords): string[] {
  return [
    ...(note ? [tell(note)] : []),
    ...(error ? errorLines(tell(error), error) : []),
    ...warnings.map((warning) => `! ${tell(warning)}`),
  ];
}

function errorLines(message: string, { code, details }: NonNullable<OdbcTestStep['error']>): string[] {
  const { sqlState, nativeCode, driverText, statement } = details;
  const facts = [
    code,
    ...(sqlState === undefined ? [] : [`SQLSTATE ${sqlState}`]),
    ...(nativeCode === undefined || nativeCode === 0 ? [] : [`native ${nativeCode}`]),
  ];
  return [
    message,
    facts.join(' · '),
    ...(typeof driverText === 'string' && !message.includes(driverText) ? [driverText] : []),
    ...(typeof statement === 'string' ? statement.split('\n') : []),
  ];
}
