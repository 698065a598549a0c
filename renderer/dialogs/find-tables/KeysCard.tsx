import type { SectionKeys } from '#shared/contract/find-tables.ts';
import type { SystemDetail } from '#shared/contract/systems.ts';
import { unquote } from '#shared/domain/ini/values.ts';
import type { MessageShape } from '#shared/i18n/messages.ts';
import { Card, useMessageText } from '../../ui/index.ts';
import { useWords } from '../words.ts';

export interface KeysCardProps {
  readonly keys: SectionKeys;
  readonly missing: readonly MessageShape[];
  readonly base: SystemDetail | undefined;
}

/** The keys as they will stand in the file, beside what stands there now. */
export function KeysCard({ keys, missing, base }: KeysCardProps) {
  const { t } = useWords();
  const tell = useMessageText();
  const changes = changesOf(keys, base);
  const replaced = changes.filter(({ isReplaced }) => isReplaced).length;
  return (
    <Card
      title={t('findTables.keys')}
      note={replaced > 0 ? t('findTables.replaces', { count: replaced }) : undefined}
      className="find-tables__card"
    >
      {keys.length === 0 ? (
        <div className="find-tables__missing">
          <p>{t('findTables.notYet')}</p>
          <ul>
            {missing.map((message) => (
              <li key={message.message}>{tell(message)}</li>
            ))}
          </ul>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: what scrolls has to be reachable by keyboard, and holds no controls.
        <div className="find-tables__scroll" role="group" tabIndex={0} aria-label={t('findTables.keys')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('findTables.key')}</th>
                <th scope="col">{t('findTables.value')}</th>
                <th scope="col">{t('findTables.soFar')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ key, value, before, isReplaced }) => (
                <tr key={key} className={isReplaced ? 'find-tables__new' : undefined}>
                  <th scope="row" className="mono">
                    {key}
                  </th>
                  <td className="mono">{value ?? t('findTables.removed')}</td>
                  <td className="mono">{before ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

/** What is replaced first; keys that are taken away where they are not count as nothing. */
function changesOf(keys: SectionKeys, base: SystemDetail | undefined) {
  return keys
    .map(({ key, value }) => {
      const before = base?.keys.find((one) => one.key.toLowerCase() === key.toLowerCase())?.value;
      // The section is shown as it is read, without outer quotes.
      const isReplaced = before !== undefined && (value === null || unquote(value) !== before);
      return { key, value, before, isReplaced };
    })
    .filter(({ value, before }) => value !== null || before !== undefined)
    .sort((one, other) => Number(other.isReplaced) - Number(one.isReplaced));
}
