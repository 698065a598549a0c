import type { MappingView } from '#shared/contract/mapping.ts';
import { Chip } from '../../ui/index.ts';
import { useWords } from '../words.ts';

/** `Avaya CMS › Split › Claims › ACDCALLS`; the line of the map where it is not understood. */
export function sourceName(entry: MappingView['entries'][number]): string {
  if (entry.path === undefined) return entry.source;
  return [entry.system, ...entry.path, entry.valueType].filter((part) => part !== undefined).join(' › ');
}

/** What the script gets, by the names it has there. */
export function SourceList({ sources }: { readonly sources: MappingView['entries'] }) {
  const { t } = useWords();
  return (
    <section className="scenario-sources" aria-label={t('scenario.sources')}>
      <h3>{t('scenario.sources')}</h3>
      {sources.length === 0 && <p className="field__hint">{t('scenario.noSources')}</p>}
      <ol>
        {sources.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the name: Para1, Para2, …
          <li key={index}>
            <Chip tone="accent" mono>
              {`Para${index + 1}`}
            </Chip>
            <span className="scenario-sources__path" title={entry.source}>
              {entry.path === undefined
                ? entry.source
                : [entry.system, ...entry.path].filter((part) => part !== undefined).join(' › ')}
              {entry.valueType !== undefined && (
                <>
                  {' › '}
                  <span className="mono">{entry.valueType}</span>
                </>
              )}
            </span>
          </li>
        ))}
        <li>
          <Chip mono>Weekday</Chip>
          <span className="field__hint">{t('scenario.weekdayHelp')}</span>
        </li>
        <li>
          <Chip mono>Minutes</Chip>
          <span className="field__hint">{t('scenario.minutesHelp')}</span>
        </li>
        <li>
          <Chip mono>Result</Chip>
          <span className="field__hint">{t('scenario.resultHelp')}</span>
        </li>
      </ol>
    </section>
  );
}
