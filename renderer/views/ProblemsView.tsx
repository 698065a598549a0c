import { CircleCheck, Database, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useReading } from '../dialogs/use-reading.ts';
import { useWords } from '../dialogs/words.ts';
import { useClient, useStore } from '../state/index.ts';
import { Button, Dialog, EmptyState, ErrorBox, Skeleton } from '../ui/index.ts';
import { ProblemTable } from './ProblemTable.tsx';
import { findingGroups, type Severity, severities, severityCounts } from './problem-list.ts';
import './table.css';
import './problems.css';

/** What is wrong in the files of the home, by system, each with the way to where it can be put right. */
export function ProblemsView({ onClose }: { readonly onClose: () => void }) {
  const client = useClient();
  const { t, formats } = useWords();
  const systems = useStore((state) => state.systems);
  const mappings = useStore((state) => state.mappings);
  const scenariosRevision = useStore((state) => state.scenariosRevision);
  const [databases, setDatabases] = useState(false);
  // Corrected meanwhile, a finding goes away by itself.
  const { data, error, busy, again } = useReading(
    async (signal) => ({ ...(await client.call('check.run', { databases }, { signal })), databases }),
    [client, systems, mappings, scenariosRevision, databases],
  );
  const [shown, setShown] = useState<ReadonlySet<Severity>>(new Set(severities));
  const [wanted, setWanted] = useState<string | null | undefined>(null);

  const findings = data?.findings ?? [];
  const counts = severityCounts(findings);
  const everything = findingGroups(findings, { severities: new Set(severities), system: null });
  // Corrected meanwhile, a system goes away with its last finding.
  const system = everything.some((group) => group.system === wanted) ? wanted : null;
  const groups = findingGroups(findings, { severities: shown, system });
  const check = (alsoDatabases: boolean) => {
    if (alsoDatabases === databases) again();
    else setDatabases(alsoDatabases);
  };
  const toggle = (severity: Severity) => {
    const next = new Set(shown);
    if (!next.delete(severity)) next.add(severity);
    setShown(next);
  };

  return (
    <Dialog
      title={t('problems.title')}
      subtitle={t(data?.databases ? 'problems.introDatabases' : 'problems.intro')}
      size="large"
      onClose={onClose}
      footerStart={
        <>
          <Button onClick={() => check(false)} disabled={busy && !databases}>
            <RefreshCw size={14} aria-hidden />
            {t('problems.check')}
          </Button>
          <Button onClick={() => check(true)} disabled={busy}>
            <Database size={14} aria-hidden />
            {t('problems.checkDatabases')}
          </Button>
          <span className="problem-busy" role="status">
            {busy && databases && t('problems.asking')}
          </span>
        </>
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
        <>
          <div className="problem-filter" role="toolbar" aria-label={t('problems.filter')}>
            {severities.map((severity) => (
              <Button
                key={severity}
                small
                aria-pressed={shown.has(severity)}
                className={shown.has(severity) ? 'button--on' : undefined}
                onClick={() => toggle(severity)}
              >
                {t(`problems.severities.${severity}`)}
                <span className="figure">{formats.number(counts[severity])}</span>
              </Button>
            ))}
            {everything.length > 1 && (
              <select
                className="input problem-filter__system"
                aria-label={t('problems.system')}
                value={system === null ? 'all' : `of ${system ?? ''}`}
                onChange={({ target: { value } }) =>
                  setWanted(value === 'all' ? null : value.slice('of '.length) || undefined)
                }
              >
                <option value="all">{t('problems.allSystems')}</option>
                {everything.map(({ system: name, findings: own }) => (
                  <option key={name ?? ''} value={`of ${name ?? ''}`}>
                    {`${name ?? t('problems.noSystem')} (${formats.number(own.length)})`}
                  </option>
                ))}
              </select>
            )}
          </div>
          {groups.length === 0 ? (
            <EmptyState title={t('problems.filteredEmpty')} />
          ) : (
            <ProblemTable groups={groups} busy={busy} onLeave={onClose} />
          )}
        </>
      )}
    </Dialog>
  );
}
