import { useState } from 'react';
import { useWords } from '../../dialogs/words.ts';
import { useClient, type XlinkClient } from '../../state/index.ts';
import { type MenuItem, menuItem } from '../../ui/index.ts';
import { saveFile } from '../save-file.ts';

const reportFormats = ['html', 'csv', 'json'] as const;
type ReportFormat = (typeof reportFormats)[number];

async function saveReport(
  client: XlinkClient,
  runId: number,
  format: ReportFormat,
  locale: string,
): Promise<void> {
  const { fileName, mediaType, text } = await client.call('runs.report', { runId, format, locale });
  saveFile(fileName, new Blob([text], { type: mediaType }));
}

async function saveChanges(client: XlinkClient, runId: number): Promise<void> {
  const parts: string[] = [];
  await client.watch('runs.changesCsv', { runId }, ({ text }) => parts.push(text)).ended;
  saveFile(`xlink-run-${runId}-changes.csv`, new Blob(parts, { type: 'text/csv;charset=utf-8' }));
}

/** Saves what there is of runs as files; `refuse` is told why one could not be saved. */
export function useReportFiles(refuse: (thrown: unknown) => void) {
  const client = useClient();
  const { t, formats } = useWords();
  const [saving, setSaving] = useState(false);
  const save = async (work: Promise<void>) => {
    setSaving(true);
    try {
      await work;
    } catch (thrown) {
      refuse(thrown);
    }
    setSaving(false);
  };
  const report = (runId: number, format: ReportFormat) =>
    void save(saveReport(client, runId, format, formats.locale));
  return {
    saving,
    saveReport: report,
    saveChanges: (runId: number) => void save(saveChanges(client, runId)),
    /** The formats to choose from; `shortcut` stands at the first one. */
    reportEntries: (runId: number, shortcut?: string): readonly MenuItem[] =>
      reportFormats.map((format) =>
        menuItem(format, t(`runPage.reports.${format}`), () => report(runId, format), {
          shortcut: format === 'html' ? shortcut : undefined,
        }),
      ),
  };
}
