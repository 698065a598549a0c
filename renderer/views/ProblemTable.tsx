import { Fragment } from 'react';
import type { Finding } from '#shared/contract/check.ts';
import { MovePassword } from '../dialogs/configuration/MovePassword.tsx';
import { useWords } from '../dialogs/words.ts';
import { showQueue, showTarget } from '../panes/jump.ts';
import { openDialog, useInterfaceName, useStore } from '../state/index.ts';
import { Button, Chip, useMessageText } from '../ui/index.ts';
import { type FindingGroup, placeOf, placeParts } from './problem-list.ts';

const tones = { error: 'bad', warning: 'warn', hint: 'neutral' } as const;

export interface ProblemTableProps {
  readonly groups: readonly FindingGroup[];
  readonly busy: boolean;
  /** A place in the window behind is shown: what stands over it has to go. */
  readonly onLeave: () => void;
}

export function ProblemTable({ groups, busy, onLeave }: ProblemTableProps) {
  const { t } = useWords();
  const tell = useMessageText();
  const interfaceName = useInterfaceName();
  const systems = useStore((state) => state.systems);
  const mappings = useStore((state) => state.mappings);

  const jump = (finding: Finding) => {
    const place = placeOf(finding, mappings);
    switch (place?.kind) {
      case 'scenario':
        onLeave();
        showTarget(place.target);
        openDialog({ kind: 'scenario', target: place.target });
        return;
      case 'mapping':
        onLeave();
        showTarget(place.target);
        return;
      case 'queue':
        onLeave();
        showQueue(place.queueId);
        return;
      case 'connection':
        openDialog({ kind: 'configuration', system: place.system });
        return;
      case 'section': {
        const { system, line, key } = place;
        openDialog({ kind: 'systems', system, line, key });
      }
    }
  };
  const kindOf = (name: string) => {
    const system = systems?.find((known) => known.name === name);
    return system === undefined ? undefined : interfaceName(system);
  };

  return (
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
        {groups.map(({ system, findings }) => (
          <tbody key={system ?? ''}>
            <tr className="problem-group">
              <th scope="rowgroup" colSpan={4}>
                {system ?? t('problems.noSystem')}
                {system !== undefined && kindOf(system) !== undefined && <small> {kindOf(system)}</small>}
              </th>
            </tr>
            {findings.map((finding) => (
              <tr key={findingKey(finding)} onDoubleClick={() => jump(finding)}>
                <td>
                  <Chip tone={tones[finding.severity]}>{t(`problems.severity.${finding.severity}`)}</Chip>
                </td>
                <td className="problem-place mono">
                  {placeParts(finding).map((part, index) => (
                    <Fragment key={part}>
                      {index > 0 && <wbr />}
                      {index > 0 ? `:${part}` : part}
                    </Fragment>
                  ))}
                </td>
                <td className="view-table__message">
                  {tell(finding)}
                  <br />
                  <span className="view-table__code mono">{finding.code}</span>
                  {finding.code === 'PASSWORD_IN_INI' && finding.system !== undefined && (
                    <div className="problem-remedy">
                      <MovePassword small system={finding.system} onMoved={() => {}} />
                    </div>
                  )}
                </td>
                <td>
                  {placeOf(finding, mappings) !== undefined && (
                    <Button small onClick={() => jump(finding)}>
                      {t('problems.jump')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function findingKey(finding: Finding): string {
  const { file, line, column, code, message } = finding;
  return [file, line, column, code, message].join(' ');
}
