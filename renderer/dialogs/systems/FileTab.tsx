import type { Ref } from 'react';
import { PASSWORD_MASK, type SystemDetail } from '#shared/contract/systems.ts';
import { CodeEditor, type CodeEditorHandle } from '../editor/CodeEditor.tsx';
import { useWords } from '../words.ts';
import { lineOffset } from './form-model.ts';

export interface FileTabProps {
  readonly base: SystemDetail;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly ref?: Ref<CodeEditorHandle>;
}

/** The section's lines as they stand in the file, numbered as there. */
export function FileTab({ base, text, onText, ref }: FileTabProps) {
  const { t } = useWords();
  return (
    <div className="system-file">
      <CodeEditor
        {...(ref === undefined ? {} : { ref })}
        className="system-file__editor"
        language="ini"
        label={t('systems.fileLabel', { name: base.name })}
        value={text}
        onChange={onText}
        linesBefore={lineOffset(base.text, base.keys)}
      />
      {base.text.includes(PASSWORD_MASK) && (
        <p className="field__hint">{t('systems.fileHelp', { mask: PASSWORD_MASK })}</p>
      )}
    </div>
  );
}
