import { useId } from 'react';
import type { AdoptedSystem, AdoptReport } from '#shared/contract/adopt.ts';
import { useStore } from '../../state/index.ts';
import { Chip } from '../../ui/index.ts';
import { inLanguage, type Translate, useWords } from '../words.ts';
import { shortList } from './short-list.ts';
import '../../views/table.css';

export interface AdoptSystemsProps {
  readonly report: AdoptReport;
  readonly busy: boolean;
  readonly onChoose: (system: string, interfaceId: string) => void;
}

const passwordTones = { none: 'neutral', clear: 'warn', encoded: 'bad' } as const;

/** The sections that are external systems; which interface each is of can be chosen. */
export function AdoptSystems({ report, busy, onChoose }: AdoptSystemsProps) {
  const { t, language } = useWords();
  const headingId = useId();
  const interfaces = useStore((state) => state.interfaces) ?? [];
  if (report.systems.length === 0) return <p className="adopt-note">{t('adopt.noSystems')}</p>;
  return (
    <>
      <h3 className="adopt-heading" id={headingId}>
        {t('adopt.systems')}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard. */}
      <section className="view-table adopt-table" tabIndex={0} aria-labelledby={headingId}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('adopt.name')}</th>
              <th scope="col">{t('adopt.interface')}</th>
              <th scope="col">{t('adopt.because')}</th>
              <th scope="col">{t('adopt.streams')}</th>
              <th scope="col">{t('adopt.source')}</th>
              <th scope="col">{t('adopt.password')}</th>
            </tr>
          </thead>
          <tbody>
            {report.systems.map((system) => (
              <tr key={system.name}>
                <th scope="row">{system.name}</th>
                <td>
                  <select
                    className="input"
                    aria-label={t('adopt.interfaceOf', { system: system.name })}
                    value={system.interface}
                    disabled={busy}
                    onChange={(event) => onChoose(system.name, event.target.value)}
                  >
                    {interfaces.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {inLanguage(name, language)}
                      </option>
                    ))}
                  </select>
                </td>
                <td>{because(system, t)}</td>
                <td>
                  {[system.phoneLink ? 'PhoneLink' : '', system.timeLink ? 'TimeLink' : '']
                    .filter(Boolean)
                    .join(', ')}
                </td>
                <td className="adopt-source mono" title={system.source}>
                  {system.source || t('adopt.noSource')}
                </td>
                <td>
                  {system.password === 'none' ? (
                    t('adopt.passwords.none')
                  ) : (
                    <Chip tone={passwordTones[system.password]}>
                      {t(`adopt.passwords.${system.password}`)}
                    </Chip>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function because({ guess, interface: id }: AdoptedSystem, t: Translate): string {
  if (guess.interface !== id) return t('adopt.becauseChosen');
  if (guess.by === 'name') return t('adopt.becauseName');
  if (guess.by === 'nothing') return t('adopt.becauseNothing');
  return t('adopt.becauseKeys', { keys: shortList(guess.keys.slice(0, 3), t) });
}
