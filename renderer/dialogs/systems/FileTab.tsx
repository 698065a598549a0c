import { useEffect, useRef } from 'react';
import { PASSWORD_MASK, type SystemDetail } from '#shared/contract/systems.ts';
import { CodeEditor, type CodeEditorHandle } from '../editor/CodeEditor.tsx';
import { useWords } from '../words.ts';
import { lineOffset } from './form-model.ts';

export interface FileTabProps {
  readonly base: SystemDetail;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The line of the file where the cursor is put when the tab comes. */
  readonly line?: number | undefined;
}

/** The section's lines as they stand in the file, numbered as there. */
export function FileTab({ base, text, onText, line }: FileTabProps) {
  const { t } = useWords();
  const editor = useRef<CodeEditorHandle>(null);
  const linesBefore = lineOffset(base.text, base.keys);
  // biome-ignore lint/correctness/useExhaustiveDependencies: edits that move lines must not move the cursor.
  useEffect(() => {
    if (line !== undefined) editor.current?.goTo(line - linesBefore, 1);
  }, [line]);
  return (
    <div className="system-file">
      <CodeEditor
        ref={editor}
        className="system-file__editor"
        language="ini"
        label={t('systems.fileLabel', { name: base.name })}
        value={text}
        onChange={onText}
        linesBefore={linesBefore}
      />
      {base.text.includes(PASSWORD_MASK) && (
        <p className="field__hint">{t('systems.fileHelp', { mask: PASSWORD_MASK })}</p>
      )}
    </div>
  );
}
