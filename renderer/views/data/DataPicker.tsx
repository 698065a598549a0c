import { useMemo, useRef, useState } from 'react';
import { useFirstFocus } from '../../dialogs/use-first-focus.ts';
import { useWords } from '../../dialogs/words.ts';
import type { DataChoice, WfmData } from '../../state/index.ts';
import { FilterField } from '../../ui/index.ts';
import { matcher } from '../../ui/tree/index.ts';
import { queueRows, toggled } from './data-choice.ts';
import { PickList } from './PickList.tsx';

export interface DataPickerProps {
  readonly wfm: WfmData;
  readonly choice: DataChoice;
  readonly onChange: (part: Partial<DataChoice>) => void;
}

/** Which queues and which value types are shown. */
export function DataPicker({ wfm, choice, onChange }: DataPickerProps) {
  const { t } = useWords();
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLDivElement>(null);
  useFirstFocus(list);
  const all = useMemo(() => queueRows(wfm, () => true), [wfm]);
  const queues = useMemo(() => queueRows(wfm, matcher(filter)), [wfm, filter]);
  const valueTypes = useMemo(() => wfm.valueTypes.map(({ id, name }) => ({ id, name, depth: 0 })), [wfm]);
  const { queueIds, valueTypeIds } = choice;

  return (
    <div className="data-picker">
      <section className="data-picker__part data-picker__part--queues">
        <h3>
          {t('dataView.queues')} <small>{t('dataView.chosenQueues', { count: queueIds.length })}</small>
        </h3>
        <FilterField
          label={t('dataView.queuesFilter')}
          value={filter}
          onChange={setFilter}
          hidden={all.length - queues.length}
          onLeave={() => list.current?.focus()}
        />
        <PickList
          label={t('dataView.queues')}
          listRef={list}
          rows={queues}
          chosen={queueIds}
          onToggle={(id) =>
            onChange({
              queueIds: toggled(
                queueIds,
                id,
                all.map((row) => row.id),
              ),
              startUtc: undefined,
            })
          }
          onOnly={(id) => onChange({ queueIds: [id], startUtc: undefined })}
        />
      </section>
      <section className="data-picker__part">
        <h3>
          {t('dataView.valueTypes')}{' '}
          <small>{t('dataView.chosenTypes', { count: valueTypeIds.length })}</small>
        </h3>
        <PickList
          label={t('dataView.valueTypes')}
          rows={valueTypes}
          chosen={valueTypeIds}
          onToggle={(id) =>
            onChange({
              valueTypeIds: toggled(
                valueTypeIds,
                id,
                valueTypes.map((row) => row.id),
              ),
            })
          }
          onOnly={(id) => onChange({ valueTypeIds: [id] })}
        />
      </section>
      <p className="data-picker__hint">{t('dataView.pickHint')}</p>
    </div>
  );
}
