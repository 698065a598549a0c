import type { importsContract } from '#shared/contract/imports.ts';
import type { ZoneOf } from '#shared/i18n/problem-place.ts';
import type { Output } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import { reportCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { reportReader } from './report-reader.ts';
import { type RunReport, runReport } from './run-report.ts';
import { runSummary } from './run-summary.ts';

export type ReportFormat = 'html' | 'csv' | 'json';

type ReportFile = Output<typeof importsContract, 'runs.report'>;

/**
 * The report of a run as a file that can be sent on: it holds no statement, no connection, no password. A page is for the
 * reader of `locale` (BCP 47); table and document are for programs, in English.
 */
export async function runReportFile(
  home: Home,
  runId: number,
  format: ReportFormat,
  locale = 'en',
): Promise<ReportFile> {
  const run = await home.store.run(runId);
  const summary = runSummary(run);
  const named = { fileName: `run-${runId}.${format}`, mediaType: mediaTypes[format] };
  if (format !== 'html') {
    const report = await runReport(home, run, summary, ({ message }) => message);
    return { ...named, text: format === 'csv' ? reportCsv(report) : reportJson(report) };
  }
  const reader = reportReader(locale);
  const report = await runReport(home, run, summary, reader.tell);
  return { ...named, text: reportHtml(report, reader, await zonesOf(home)) };
}

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html',
  csv: 'text/csv',
  json: 'application/json',
};

function reportJson(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

async function zonesOf({ store }: Home): Promise<ZoneOf> {
  const { queues } = await store.directory();
  const zones = new Map(queues.map(({ id, timeZone }) => [id, timeZone]));
  return (queueId) => (queueId === undefined ? undefined : zones.get(queueId)) ?? 'UTC';
}
