import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HomeCommand } from '#shared/contract/mapping.ts';
import { wfmQueue } from '../../panes/wfm/wfm-nodes.ts';
import { type PairingQuestion, sourceOf, useStore } from '../../state/index.ts';
import { Button, Dialog, useNumber } from '../../ui/index.ts';
import './mapping-dialogs.css';

export interface PairingDialogProps {
  readonly queueId: number;
  readonly questions: readonly PairingQuestion[];
  readonly onClose: () => void;
}

const NONE = -1;

/** Asks which external value type is meant for those of a WFM queue that could not be paired with certainty. */
export function PairingDialog({ queueId, questions, onClose }: PairingDialogProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const wfm = useStore((state) => state.wfm);
  const applyCommands = useStore((state) => state.applyCommands);
  const [chosen, setChosen] = useState<readonly number[]>(() => questions.map(() => NONE));

  const queue = wfmQueue(wfm, queueId)?.name ?? '';
  const nameOf = (id: number) => wfm?.valueTypes.find((valueType) => valueType.id === id)?.name ?? `${id}`;
  const answers = questions.flatMap(({ valueTypeId, candidates }, at) => {
    const external = candidates[chosen[at] ?? NONE];
    return external === undefined ? [] : [{ valueTypeId, external }];
  });
  const [first] = questions[0]?.candidates ?? [];
  // Value types of several queues may have been dropped: then it has to be said which one is meant.
  const paths = questions.flatMap(({ candidates }) => candidates.map(({ path }) => path.join(' › ')));
  const severalQueues = new Set(paths).size > 1;

  async function apply(): Promise<void> {
    if (answers.length === 0) return;
    const commands = answers.map(
      ({ valueTypeId, external }): HomeCommand => ({
        kind: 'add-entry',
        target: { queueId, valueTypeId },
        source: sourceOf(external),
      }),
    );
    const from = severalQueues ? t('ways.pairing.queue') : (first?.path.join(' › ') ?? '');
    const count = answers.length;
    const label = t('ways.done.paired', { from, queue, count, number: number(count) });
    if (await applyCommands(commands, label)) onClose();
  }

  return (
    <Dialog
      title={t('ways.pairing.title')}
      subtitle={`${severalQueues ? '' : `${first?.path.join(' › ') ?? ''} → `}${queue}`}
      size="medium"
      onClose={onClose}
      onSubmit={() => void apply()}
      footer={
        <>
          <Button onClick={onClose}>{t('ways.pairing.skip')}</Button>
          <Button
            type="submit"
            look="primary"
            disabledReason={answers.length === 0 ? t('ways.pairing.applyNone') : undefined}
          >
            {t('ways.pairing.apply', { count: answers.length, number: number(answers.length) })}
          </Button>
        </>
      }
    >
      <p>{t('ways.pairing.text')}</p>
      <table className="mapping-table">
        <thead>
          <tr>
            <th scope="col">{t('ways.pairing.wfm')}</th>
            <th scope="col">{t('ways.pairing.external')}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map(({ valueTypeId, candidates }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place, and several may be of one value type
            <tr key={at}>
              <th scope="row">{nameOf(valueTypeId)}</th>
              <td>
                <select
                  className="input mono"
                  // biome-ignore lint/a11y/noAutofocus: the one thing the dialog asks for
                  autoFocus={at === 0}
                  aria-label={t('ways.pairing.choose', { valueType: nameOf(valueTypeId) })}
                  value={chosen[at] ?? NONE}
                  onChange={(event) => setChosen(chosen.with(at, Number(event.target.value)))}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter') return;
                    // Enter would open the list, which Space does too.
                    event.preventDefault();
                    event.currentTarget.form?.requestSubmit();
                  }}
                >
                  <option value={NONE}>{t('ways.pairing.none')}</option>
                  {candidates.map(({ path, valueType }, index) => (
                    <option key={`${path.join(':')}:${valueType}`} value={index}>
                      {severalQueues ? `${path.join(' › ')} › ${valueType}` : valueType}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
