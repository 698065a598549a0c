import type { importsContract } from '#shared/contract/imports.ts';
import type { Output } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import { reportCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { type RunReport, runReport } from './run-report.ts';
import { runSummary } from './run-summary.ts';

export type ReportFormat = 'html' | 'csv' | 'json';

type ReportFile = Output<typeof importsContract, 'runs.report'>;

/** The report of a run as a file that can be sent on: it holds no statement, no connection, no password. */
export async function runReportFile(home: Home, runId: number, format: ReportFormat): Promise<ReportFile> {
  const run = await home.store.run(runId);
  const { mediaType, write } = formats[format];
  const report = await runReport(home, run, runSummary(run));
  return { fileName: `run-${runId}.${format}`, mediaType, text: write(report) };
}

const formats: Readonly<Record<ReportFormat, { mediaType: string; write: (report: RunReport) => string }>> = {
  html: { mediaType: 'text/html', write: reportHtml },
  csv: { mediaType: 'text/csv', write: reportCsv },
  json: { mediaType: 'application/json', write: (report) => `${JSON.stringify(report, null, 2)}\n` },
};
