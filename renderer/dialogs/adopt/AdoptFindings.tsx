import { useId } from 'react';
import type { Finding } from '#shared/contract/check.ts';
import { linePlace } from '#shared/i18n/problem-place.ts';
import { Chip, useMessageText } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import '../../views/table.css';

const tones = { error: 'bad', warning: 'warn', hint: 'neutral' } as const;
const ranks = { error: 0, warning: 1, hint: 2 } as const;
/** More than anybody reads here; what is wrong in the copy is listed whole under Problems. */
const shown = 200;

/** What is not understood in the files, the worst first. */
export function AdoptFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useWords();
  const tell = useMessageText();
  const headingId = useId();
  if (findings.length === 0) return <p className="adopt-note">{t('adopt.findingsNone')}</p>;
  const sorted = findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]).slice(0, shown);
  return (
    <>
      <h3 className="adopt-heading" id={headingId}>
        {t('adopt.findings')}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard. */}
      <section className="view-table adopt-findings" tabIndex={0} aria-labelledby={headingId}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('problems.severityHead')}</th>
              <th scope="col">{t('problems.place')}</th>
              <th scope="col">{t('problems.message')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
              <tr key={index}>
                <td>
                  <Chip tone={tones[finding.severity]}>{t(`problems.severity.${finding.severity}`)}</Chip>
                </td>
                <td className="view-table__place">
                  <span className="mono">{finding.file}</span>{' '}
                  {finding.line === undefined && finding.system !== undefined
                    ? `[${finding.system}]`
                    : linePlace(finding, t)}
                </td>
                <td className="view-table__message">{tell(finding)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {findings.length > shown && (
        <p className="adopt-note">{t('adopt.findingsMore', { shown, total: findings.length })}</p>
      )}
    </>
  );
}
