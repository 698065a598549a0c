import { CircleCheck, RefreshCw } from 'lucide-react';
import type { Finding } from '#shared/contract/check.ts';
import { linePlace } from '../dialogs/run/report-text.ts';
import { useReading } from '../dialogs/use-reading.ts';
import { useWords } from '../dialogs/words.ts';
import { showTarget } from '../panes/interface/external-menu.ts';
import { openDialog, useClient, useStore } from '../state/index.ts';
import { Button, Chip, Dialog, EmptyState, ErrorBox, Skeleton, useMessageText } from '../ui/index.ts';
import './table.css';

const tones = { error: 'bad', warning: 'warn', hint: 'neutral' } as const;

/** What is wrong in the files of the home, each with the way to where it can be put right. */
export function ProblemsView({ onClose }: { readonly onClose: () => void }) {
  const client = useClient();
  const { t } = useWords();
  const tell = useMessageText();
  const systems = useStore((state) => state.systems);
  const mappings = useStore((state) => state.mappings);
  const scenariosRevision = useStore((state) => state.scenariosRevision);
  // Corrected meanwhile, a finding goes away by itself.
  const { data, error, busy, again } = useReading(
    (signal) => client.call('check.run', {}, { signal }),
    [client, systems, mappings, scenariosRevision],
  );
  const findings = data?.findings ?? [];

  const jump = (finding: Finding) => {
    const { queueId, valueTypeId, system, file } = finding;
    if (queueId !== undefined && valueTypeId !== undefined) {
      showTarget({ queueId, valueTypeId });
      onClose();
      if (file.toLowerCase().endsWith('.bas')) {
        openDialog({ kind: 'scenario', target: { queueId, valueTypeId } });
      }
    } else if (system !== undefined) {
      openDialog({ kind: 'systems', system });
    }
  };
  const canJump = (finding: Finding) =>
    (finding.queueId !== undefined && finding.valueTypeId !== undefined) || finding.system !== undefined;

  return (
    <Dialog
      title={t('problems.title')}
      subtitle={t('problems.intro')}
      size="large"
      onClose={onClose}
      footerStart={
        <Button onClick={again} disabled={busy}>
          <RefreshCw size={14} aria-hidden />
          {t('problems.check')}
        </Button>
      }
      footer={
        <Button look="primary" autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {error !== undefined && <ErrorBox error={error} />}
      {data === undefined && error === undefined && <Skeleton width="60%" />}
      {data !== undefined && findings.length === 0 && (
        <EmptyState title={t('problems.empty')} icon={<CircleCheck size={24} />} />
      )}
      {findings.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard.
        <section className="view-table" tabIndex={0} aria-label={t('problems.table')} aria-busy={busy}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('problems.severityHead')}</th>
                <th scope="col">{t('problems.place')}</th>
                <th scope="col">{t('problems.message')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('problems.jump')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {findings.map((finding) => (
                <tr key={findingKey(finding)} onDoubleClick={() => jump(finding)}>
                  <td>
                    <Chip tone={tones[finding.severity]}>{t(`problems.severity.${finding.severity}`)}</Chip>
                  </td>
                  <td className="view-table__place">
                    <span className="mono">{finding.file}</span>
                    <br />
                    {linePlace(finding, t)}
                  </td>
                  <td className="view-table__message">
                    {tell(finding)}
                    <br />
                    <span className="view-table__code mono">{finding.code}</span>
                  </td>
                  <td>
                    {canJump(finding) && (
                      <Button small onClick={() => jump(finding)}>
                        {t('problems.jump')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Dialog>
  );
}

function findingKey(finding: Finding): string {
  const { file, line, column, code, message } = finding;
  return [file, line, column, code, message].join(' ');
}
