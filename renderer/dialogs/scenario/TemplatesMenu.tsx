import { ChevronDown, FileText } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ScenarioTemplate } from '#shared/domain/scenario/index.ts';
import { Button, Dialog, Menu, menuItem, useMessageText } from '../../ui/index.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import { useWords } from '../words.ts';
import { isAsWritten, templatesFor } from './templates.ts';

export interface TemplatesMenuProps {
  readonly text: string;
  readonly sourceCount: number;
  readonly onReplace: (template: ScenarioTemplate) => void;
  readonly onInsert: (template: ScenarioTemplate) => void;
}

/** Scripts to begin with. What a person wrote is not replaced before it was asked. */
export function TemplatesMenu({ text, sourceCount, onReplace, onInsert }: TemplatesMenuProps) {
  const { t } = useWords();
  const tell = useMessageText();
  const trigger = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<ScenarioTemplate>();
  const entries = templatesFor(sourceCount).map((template) =>
    menuItem(template.id, tell(template.title), () => {
      if (isAsWritten(text, sourceCount)) onReplace(template);
      else setAsked(template);
    }),
  );
  const answer = (act: ((template: ScenarioTemplate) => void) | undefined) => () => {
    setAsked(undefined);
    if (asked !== undefined) act?.(asked);
  };
  return (
    <>
      <Menu entries={entries} within={() => trigger.current?.closest<HTMLElement>('[role=dialog]')}>
        <Button small ref={trigger}>
          <FileText size={13} aria-hidden />
          {t('scenarioWindow.templates')}
          <ChevronDown size={13} aria-hidden />
        </Button>
      </Menu>
      {asked !== undefined && (
        <TemplateQuestion
          title={tell(asked.title)}
          onCancel={answer(undefined)}
          onInsert={answer(onInsert)}
          onReplace={answer(onReplace)}
        />
      )}
    </>
  );
}

interface TemplateQuestionProps {
  readonly title: string;
  readonly onCancel: () => void;
  readonly onInsert: () => void;
  readonly onReplace: () => void;
}

function TemplateQuestion({ title, onCancel, onInsert, onReplace }: TemplateQuestionProps) {
  const { t } = useWords();
  const insert = useRef<HTMLButtonElement>(null);
  useFirstFocus(insert);
  return (
    <Dialog
      title={t('scenarioWindow.replaceTitle')}
      subtitle={title}
      onClose={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>{t('common.cancel')}</Button>
          <Button ref={insert} onClick={onInsert}>
            {t('scenarioWindow.insert')}
          </Button>
          <Button look="primary" onClick={onReplace}>
            {t('scenarioWindow.replace')}
          </Button>
        </>
      }
    >
      <p>{t('scenarioWindow.replaceText')}</p>
    </Dialog>
  );
}
