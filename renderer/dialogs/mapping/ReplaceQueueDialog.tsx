import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spellingLikeness, squeezedName } from '#shared/domain/mapping/names.ts';
import { replaceQueueCommands } from '#shared/domain/mapping/whole-queue.ts';
import { targetLabel } from '../../panes/wfm/wfm-nodes.ts';
import { useStore } from '../../state/index.ts';
import { Button, Chip, Dialog, Field, useNumber } from '../../ui/index.ts';
import { QueueField } from '../queue-field/QueueField.tsx';
import { type ExternalQueueOption, externalQueueOption, useExternalQueues } from './use-external-queues.ts';
import './mapping-dialogs.css';

export interface ReplaceQueueDialogProps {
  readonly system: string;
  readonly path: readonly string[];
  readonly onClose: () => void;
}

const MOST_TARGETS = 8;
const MOST_ALIKE = 5;

/** Puts another external queue in the place of one, in all mappings: for one that was renamed in the ACD. */
export function ReplaceQueueDialog({ system, path, onClose }: ReplaceQueueDialogProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const wfm = useStore((state) => state.wfm);
  const mappings = useStore((state) => state.mappings) ?? [];
  const applyCommands = useStore((state) => state.applyCommands);
  const options = useExternalQueues(system);
  const [chosen, setChosen] = useState<ExternalQueueOption | null>(null);

  const old = useMemo(() => externalQueueOption(path), [path]);
  const alike = useMemo(() => mostAlike(old, options), [old, options]);
  const isGone = options.length > 0 && !options.some(({ key }) => key === old.key);
  const places = replaceQueueCommands(mappings, system, path, path);
  const count = places.length;
  const targets = [...new Set(places.map(({ target }) => targetLabel(wfm, target) ?? ''))];
  const said = { queue: old.text, system, count, number: number(count) };
  const reason =
    chosen === null || chosen.key === old.key
      ? t(chosen === null ? 'ways.copying.missing' : 'ways.replacing.same')
      : count === 0
        ? t('ways.replaceReason')
        : undefined;

  async function apply(): Promise<void> {
    if (chosen === null || reason !== undefined) return;
    const commands = replaceQueueCommands(mappings, system, path, chosen.path);
    const label = t('ways.done.replaced', { ...said, old: old.text, new: chosen.text });
    if (await applyCommands(commands, label)) onClose();
  }

  return (
    <Dialog
      title={t('ways.replacing.title')}
      onClose={onClose}
      onSubmit={() => void apply()}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabledReason={reason}>
            {t('ways.replacing.apply', said)}
          </Button>
        </>
      }
    >
      <p>
        {t('ways.replacing.text', said)} {isGone && <Chip tone="warn">{t('ways.replacing.gone')}</Chip>}
      </p>
      <Field label={t('ways.replacing.by')}>
        {() => (
          <QueueField
            label={t('ways.replacing.by')}
            options={options}
            first={alike}
            value={chosen}
            onChange={(option) => setChosen(options.find(({ key }) => key === option.key) ?? null)}
            autoFocus
            mono
          />
        )}
      </Field>
      {targets.length > 0 && (
        <div>
          <h3>{t('ways.replacing.targets')}</h3>
          <ul className="mapping-targets">
            {targets.slice(0, MOST_TARGETS).map((target) => (
              <li key={target}>{target}</li>
            ))}
            {targets.length > MOST_TARGETS && (
              <li>{t('ways.replacing.more', { number: number(targets.length - MOST_TARGETS) })}</li>
            )}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

/** The queues that the old name may have become. */
function mostAlike(
  old: ExternalQueueOption,
  options: readonly ExternalQueueOption[],
): readonly ExternalQueueOption[] {
  const name = squeezedName(old.text);
  return options
    .filter(({ key }) => key !== old.key)
    .map((option) => ({ option, likeness: spellingLikeness(name, squeezedName(option.text)) }))
    .filter(({ likeness }) => likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_ALIKE)
    .map(({ option }) => option);
}
