import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient, useStore } from '../../state/index.ts';
import { Button, Dialog, EmptyState, ErrorBox } from '../../ui/index.ts';
import { Question } from '../Question.tsx';
import { useReading } from '../use-reading.ts';
import { useWords } from '../words.ts';
import { AddSystem } from './AddSystem.tsx';
import { SystemList } from './SystemList.tsx';
import { type SectionPlace, SystemPanel } from './SystemPanel.tsx';
import { useSection } from './use-section.ts';
import './systems.css';

export interface ExternalSystemsDialogProps {
  readonly initialSystem?: string | undefined;
  /** What is to be seen first in the section of that system. */
  readonly place?: SectionPlace | undefined;
  readonly onClose: () => void;
}

/** What the reader is asked before it is done. */
type Asked =
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'leave'; readonly then: () => void };

/** The external systems: which there are, and the section of each as a form and as text. */
export function ExternalSystemsDialog({ initialSystem, place, onClose }: ExternalSystemsDialogProps) {
  const client = useClient();
  const { t } = useWords();
  const systems = useStore((state) => state.systems);
  const interfaces = useReading((signal) => client.call('interfaces.list', {}, { signal }), [client]);
  const [wanted, setWanted] = useState(initialSystem);
  const [adding, setAdding] = useState(false);
  const [question, setQuestion] = useState<Asked>();
  const [error, setError] = useState<ErrorShape>();

  const selected = systems?.find(({ name }) => name === wanted)?.name ?? systems?.[0]?.name;
  const section = useSection(selected);
  const { dirty, saving, draft } = section;

  /** Goes on at once, or after the reader agreed to lose what is not saved. */
  const leaving = (then: () => void) => {
    if (dirty) setQuestion({ kind: 'leave', then });
    else then();
  };
  const save = async () => {
    await section.save();
  };
  const remove = async (name: string) => {
    setQuestion(undefined);
    setError(undefined);
    try {
      await client.call('systems.remove', { name });
      await useStore.getState().loadSystems();
    } catch (thrown) {
      setError(errorShape(thrown));
    }
  };
  const latestSave = useRef(save);
  latestSave.current = save;
  const asked = adding || question !== undefined;
  // On the window: the focus may stand on the dialog itself, for instance after a button that went away.
  useEffect(() => {
    if (asked) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void latestSave.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [asked]);

  return (
    <Dialog
      title={t('systems.title')}
      subtitle={t('systems.formHelp')}
      size="full"
      onClose={() => leaving(onClose)}
      onSubmit={save}
      footerStart={
        <>
          <Button onClick={() => leaving(() => setAdding(true))} disabled={interfaces.data === undefined}>
            <Plus size={14} aria-hidden />
            {t('systems.add')}
          </Button>
          <Button
            disabled={selected === undefined}
            onClick={() => selected !== undefined && setQuestion({ kind: 'remove', name: selected })}
          >
            <Trash2 size={14} aria-hidden />
            {t('common.remove')}
          </Button>
        </>
      }
      footer={
        <>
          <Button disabled={!dirty || saving} onClick={() => section.dispatch({ kind: 'discard' })}>
            {t('common.discard')}
          </Button>
          <Button onClick={() => leaving(onClose)}>{t('common.close')}</Button>
          <Button
            type="submit"
            look="primary"
            disabled={!dirty || saving || draft?.outside !== undefined}
            title="Ctrl S"
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="systems-dialog">
        {systems !== undefined && systems.length === 0 ? (
          <EmptyState title={t('systems.empty')} />
        ) : (
          <SystemList
            systems={systems ?? []}
            selected={selected}
            onSelect={(name) => name !== selected && leaving(() => setWanted(name))}
            onRemove={(name) => setQuestion({ kind: 'remove', name })}
          />
        )}
        <div className="systems-dialog__panel">
          {error !== undefined && <ErrorBox error={error} onDismiss={() => setError(undefined)} />}
          {interfaces.error !== undefined && <ErrorBox error={interfaces.error} />}
          {selected !== undefined && interfaces.data !== undefined && (
            <SystemPanel
              name={selected}
              section={section}
              interfaces={interfaces.data}
              place={selected === initialSystem ? place : undefined}
            />
          )}
        </div>
      </div>
      {adding && interfaces.data !== undefined && (
        <AddSystem
          interfaces={interfaces.data}
          systems={systems ?? []}
          onAdded={(name) => {
            setWanted(name);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {question?.kind === 'remove' && (
        <Question
          title={t('systems.removeTitle', { name: question.name })}
          confirmLabel={t('common.remove')}
          danger
          onConfirm={() => void remove(question.name)}
          onCancel={() => setQuestion(undefined)}
        >
          <p>{t('systems.removeText')}</p>
        </Question>
      )}
      {question?.kind === 'leave' && (
        <Question
          title={t('systems.leaveTitle', { name: selected ?? '' })}
          confirmLabel={t('common.discardChanges')}
          danger
          onConfirm={() => {
            section.dispatch({ kind: 'discard' });
            setQuestion(undefined);
            question.then();
          }}
          onCancel={() => setQuestion(undefined)}
        >
          <p>{t('common.unsavedText')}</p>
        </Question>
      )}
    </Dialog>
  );
}
