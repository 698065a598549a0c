import type { Proposal, TableColumn } from '#shared/contract/find-tables.ts';
import { Button, useMessageText } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { choicesOf, type Draft, withAnswer } from './draft.ts';

export interface QuestionsProps {
  readonly proposal: Proposal;
  readonly columns: readonly TableColumn[];
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

/** What names and rows do not say for sure, as long as it is not said. */
export function Questions({ proposal, columns, draft, onDraft }: QuestionsProps) {
  const { t } = useWords();
  const tell = useMessageText();
  const open = proposal.questions.filter(({ about }) => isOpen(about, draft));
  if (open.length === 0) return null;
  return (
    <section className="find-tables__questions" aria-label={t('findTables.questions')}>
      {open.map(({ about, message, options }) => (
        <div key={message.message}>
          <p>{tell(message)}</p>
          {options.length > 0 && (
            <div className="find-tables__answers">
              {options.map((option) => (
                <Button
                  key={option}
                  small
                  onClick={() => onDraft(withAnswer(draft, about, option, proposal, columns))}
                >
                  {t('findTables.take', { option: optionText(about, option) })}
                </Button>
              ))}
            </div>
          )}
        </div>
      ))}
    </section>
  );

  function optionText(about: Proposal['questions'][number]['about'], option: string): string {
    if (about === 'rows') {
      return option === 'calls'
        ? t('findTables.rowsCalls')
        : t('findTables.rowsMinutes', { minutes: Number(option) });
    }
    if (about === 'stamp' && (option === 'hhmm' || option === 'minutes')) {
      return t(`findTables.timeForms.${option}`);
    }
    return option;
  }
}

function isOpen(about: Proposal['questions'][number]['about'], draft: Draft): boolean {
  const { stamp, queueColumns, figures, rows } = choicesOf(draft, true);
  switch (about) {
    case 'table':
      return true;
    case 'stamp':
      return stamp === undefined || (stamp.kind === 'column' && stamp.type === 'text' && stamp.format === '');
    case 'queue':
      return queueColumns.length === 0;
    case 'figures':
      return figures.length === 0;
    case 'rows':
      return rows === undefined;
  }
}
