import { useMemo, useRef, useState } from 'react';
import { compileScenario, defaultScenario, type ScenarioFinding } from '#shared/domain/scenario/index.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { type MappingTarget, useClient, useStore } from '../../state/index.ts';
import { Button, Dialog, ErrorBox, Skeleton, useMessageText } from '../../ui/index.ts';
import { CodeEditor, type CodeEditorHandle } from '../editor/CodeEditor.tsx';
import { useTargetName } from '../names.ts';
import { Question } from '../Question.tsx';
import { useWords } from '../words.ts';
import { scenarioCompletion } from './completion.ts';
import { Findings } from './Findings.tsx';
import { SourceList } from './SourceList.tsx';
import { TryOut } from './TryOut.tsx';
import { useScenarioText } from './use-scenario-text.ts';
import './scenario.css';

export interface ScenarioDialogProps {
  readonly target: MappingTarget;
  readonly onClose: () => void;
}

/** The script of a mapping: written, checked as it is typed, tried out, saved. */
export function ScenarioDialog({ target, onClose }: ScenarioDialogProps) {
  const client = useClient();
  const { t } = useWords();
  const tell = useMessageText();
  const targetName = useTargetName(target);
  const { mapping, text, dirty, outside, error, edit, takeTheirs, keepMine } = useScenarioText(target);
  const editor = useRef<CodeEditorHandle>(null);
  const [question, setQuestion] = useState<'replace' | 'leave'>();
  const [saving, setSaving] = useState(false);
  const [saveError, setSaveError] = useState<ErrorShape>();

  const sources = mapping?.entries ?? [];
  const paraCount = Math.max(1, sources.length);
  const isEmpty = text === undefined || text.trim() === '';
  const compiled = useMemo(() => (isEmpty ? undefined : compileScenario(text)), [text, isEmpty]);
  const told = (found: readonly ScenarioFinding[]) =>
    found.map((finding) => ({ ...finding, message: tell(finding) }));
  const findings = told(compiled?.findings ?? []);

  const names = useRef<ReadonlyMap<string, string>>(new Map());
  names.current = new Map([
    ...sources.map(
      (entry, index) => [`Para${index + 1}`, entry.valueType ?? entry.source] as [string, string],
    ),
    ['Result', t('scenario.resultHelp')],
    ['Weekday', t('scenario.weekdayHelp')],
    ['Minutes', t('scenario.minutesHelp')],
  ]);
  const completion = useMemo(() => scenarioCompletion(() => names.current), []);

  const putDefault = () => {
    setQuestion(undefined);
    edit(defaultScenario(paraCount).replace(/\r\n?/g, '\n'));
    editor.current?.focus();
  };
  const create = () => {
    const isDefault = text === defaultScenario(paraCount).replace(/\r\n?/g, '\n');
    if (isEmpty || isDefault) putDefault();
    else setQuestion('replace');
  };
  const leave = () => {
    if (editor.current?.closePopup()) return;
    if (dirty) setQuestion('leave');
    else onClose();
  };
  const save = async () => {
    if (saving || text === undefined || outside !== undefined) return;
    if (!dirty) return onClose();
    setSaving(true);
    setSaveError(undefined);
    const { inTurn, loadHistory, refreshMappings, announce } = useStore.getState();
    const label = t(isEmpty ? 'scenario.changeDeleted' : 'scenario.changeSaved', { target: targetName });
    try {
      await inTurn(async () => {
        // The files of the old product have CRLF, and it reads no other.
        const written = isEmpty ? '' : text.replace(/\n/g, '\r\n');
        await client.call('mapping.saveScenario', { target, text: written, label });
        await Promise.all([refreshMappings(), loadHistory()]);
      });
      announce(label);
      onClose();
    } catch (thrown) {
      setSaveError(errorShape(thrown));
      setSaving(false);
    }
  };

  return (
    <Dialog
      title={`${t('scenario.title')} · ${targetName}`}
      subtitle={<span className="mono">{mapping?.scenario?.fileName ?? t('scenario.newFile')}</span>}
      size="large"
      onClose={leave}
      onSubmit={save}
      footerStart={
        <Button onClick={create} disabled={text === undefined}>
          {t('scenario.create')}
        </Button>
      }
      footer={
        <>
          <Button onClick={leave}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            look="primary"
            disabled={saving || text === undefined || outside !== undefined}
          >
            {t('common.ok')}
          </Button>
        </>
      }
    >
      {error !== undefined && <ErrorBox error={error} />}
      {outside !== undefined && (
        <div className="scenario-outside" role="alert">
          <p>{t('scenario.changedOutside')}</p>
          <pre>{outside === '' ? t('scenario.outsideGone') : outside}</pre>
          <div>
            <Button small onClick={takeTheirs}>
              {t('common.takeTheirs')}
            </Button>
            <Button small onClick={keepMine}>
              {t('common.keepMine')}
            </Button>
          </div>
        </div>
      )}
      <div className="scenario">
        <div className="scenario__script">
          {text === undefined ? (
            <div className="scenario__editor">{error === undefined && <Skeleton width="50%" />}</div>
          ) : (
            <CodeEditor
              ref={editor}
              className="scenario__editor"
              language="basic"
              label={t('scenario.editor')}
              value={text}
              onChange={edit}
              onSubmit={() => void save()}
              diagnose={(current) => (current.trim() === '' ? [] : told(compileScenario(current).findings))}
              extension={completion}
              autoFocus
            />
          )}
          <Findings
            findings={findings}
            emptyText={
              isEmpty
                ? t(mapping?.scenario === undefined ? 'scenario.emptyNone' : 'scenario.emptyDeletes')
                : undefined
            }
            onGo={(line, column) => editor.current?.goTo(line, column)}
          />
          {compiled !== undefined && compiled.program === undefined && (
            <p className="scenario__note">{t('scenario.saveWithErrors')}</p>
          )}
        </div>
        <aside className="scenario__side">
          <SourceList sources={sources} />
          <TryOut
            // Other sources ask for other values.
            key={sources.map((entry) => entry.source).join('\n')}
            sources={sources}
            program={compiled?.program}
            isEmpty={isEmpty}
          />
        </aside>
      </div>
      {saveError !== undefined && <ErrorBox error={saveError} onDismiss={() => setSaveError(undefined)} />}
      {question === 'replace' && (
        <Question
          title={t('scenario.createTitle')}
          confirmLabel={t('scenario.createReplace')}
          onConfirm={putDefault}
          onCancel={() => setQuestion(undefined)}
        >
          <p>{t('scenario.createText')}</p>
        </Question>
      )}
      {question === 'leave' && (
        <Question
          title={t('common.unsavedTitle')}
          confirmLabel={t('common.discardChanges')}
          danger
          onConfirm={onClose}
          onCancel={() => setQuestion(undefined)}
        >
          <p>{t('common.unsavedText')}</p>
        </Question>
      )}
    </Dialog>
  );
}
