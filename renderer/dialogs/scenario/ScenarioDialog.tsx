import { Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { checkScenario } from '#shared/domain/scenario/index.ts';
import { type MappingTarget, useStore } from '../../state/index.ts';
import { Button, Dialog, ErrorBox, IconButton, Skeleton, Tabs, useMessageText } from '../../ui/index.ts';
import { usePreview } from '../../views/preview/index.ts';
import { CodeEditor, type CodeEditorHandle } from '../editor/CodeEditor.tsx';
import type { EditorFix } from '../editor/fixes.ts';
import type { EditorPlace } from '../editor/places.ts';
import { useTargetName } from '../names.ts';
import { Question } from '../Question.tsx';
import { useWords } from '../words.ts';
import { Findings } from './Findings.tsx';
import { keepScript, keptScript, scriptKey } from './kept-scripts.ts';
import { useScriptLanguage } from './language/use-script-language.ts';
import { OutsideText } from './OutsideText.tsx';
import { SourceList } from './SourceList.tsx';
import { StepPanel } from './StepPanel.tsx';
import { stepOfKey } from './step-keys.ts';
import { stepAt } from './stepping.ts';
import { TemplatesMenu } from './TemplatesMenu.tsx';
import { TestPanel } from './TestPanel.tsx';
import { TryOut } from './TryOut.tsx';
import { defaultText, insertionOf, isAsWritten } from './templates.ts';
import { useSaveScenario } from './use-save-scenario.ts';
import { useScenarioText } from './use-scenario-text.ts';
import { useStepValues } from './use-step-values.ts';
import { useSteps } from './use-steps.ts';
import { useTypedValues } from './use-typed-values.ts';
import './scenario.css';

export interface ScenarioDialogProps {
  readonly target: MappingTarget;
  /** Where the cursor is put once the text is there. */
  readonly place?: EditorPlace | undefined;
  readonly onClose: () => void;
}

type View = 'try' | 'test' | 'steps';

/** The script of a mapping: written, checked as it is typed, tried out, tested over a day, stepped through, saved. */
export function ScenarioDialog({ target, place, onClose }: ScenarioDialogProps) {
  const { t } = useWords();
  const tell = useMessageText();
  const targetName = useTargetName(target);
  const { mapping, text, onDisk, dirty, outside, error, edit, takeTheirs, keepMine } =
    useScenarioText(target);
  const { saving, error: saveError, dismiss, save } = useSaveScenario(target);
  const editor = useRef<CodeEditorHandle>(null);
  const side = useRef<HTMLElement>(null);
  const [question, setQuestion] = useState<'replace' | 'leave'>();
  const [view, setView] = useState<View>('try');
  const [isTesting, setTesting] = useState(false);
  const [day, setDay] = useState<string>();

  const sources = mapping?.entries ?? [];
  const sourceCount = sources.length;
  const number = mapping?.scenario?.number;
  const key = useRef('');
  key.current = scriptKey(target, number);
  const isEmpty = text === undefined || text.trim() === '';
  const checked = useMemo(
    () => (isEmpty ? undefined : checkScenario(text, sourceCount === 0 ? {} : { paraCount: sourceCount })),
    [text, isEmpty, sourceCount],
  );
  const program = checked?.program;
  const findings = useMemo(
    () =>
      (checked?.findings ?? []).map((finding) => ({
        ...finding,
        message: tell(finding),
        fixes: finding.fixes.map((fix) => ({ title: tell(fix), edits: fix.edits })),
      })),
    [checked, tell],
  );
  const language = useScriptLanguage(sources);

  // The source is read once somebody wants to see a day, not for whoever looks at the script.
  const preview = usePreview(target, isEmpty ? '' : text, { day, ...(isTesting ? {} : { entries: [] }) });
  const typed = useTypedValues(sourceCount);
  const stepValues = useStepValues(typed, isTesting ? preview.data : undefined);
  const steps = useSteps(program, stepValues.input, view === 'steps');
  const marked = useMemo(
    () => (view === 'steps' && steps.trace !== undefined ? stepAt(steps.trace, steps.at) : undefined),
    [view, steps.trace, steps.at],
  );

  const go = (line: number, column: number) => editor.current?.goTo(line, column);
  const isRead = text !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the text is there
  useEffect(() => {
    if (isRead && place !== undefined) requestAnimationFrame(() => go(place.line, place.column));
  }, [isRead]);
  const fix = (chosen: EditorFix) => {
    editor.current?.applyEdits(chosen.edits);
    editor.current?.focus();
    useStore.getState().announce(t('scenarioWindow.fixed', { fix: chosen.title }));
  };
  const put = (whole: string) => {
    setQuestion(undefined);
    edit(whole);
    editor.current?.focus();
  };
  const create = () => {
    if (text === undefined || isAsWritten(text, sourceCount)) put(defaultText(sourceCount));
    else setQuestion('replace');
  };
  const openView = (next: View) => {
    if (next === 'test') setTesting(true);
    setView(next);
  };
  const stepWith = (id: string) => {
    stepValues.choose(id);
    openView('steps');
    // The button that was pressed goes with its view.
    setTimeout(() => side.current?.querySelector<HTMLElement>(`[data-step="over"]`)?.focus());
  };
  const leave = () => {
    if (dirty) setQuestion('leave');
    else onClose();
  };
  /** Escape closes a list of the editor first. */
  const onEscape = () => {
    if (!editor.current?.closePopup()) leave();
  };
  const saveText = async () => {
    if (saving || text === undefined || outside !== undefined) return;
    if (!dirty) return onClose();
    const label = t(isEmpty ? 'scenario.changeDeleted' : 'scenario.changeSaved', { target: targetName });
    const saved = await save(text, onDisk ?? null, label);
    if (saved === undefined) return;
    key.current = scriptKey(target, saved ?? undefined);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = stepOfKey(event);
    if (act === undefined || text === undefined || question !== undefined) return;
    // The browser would read the page again, or open a menu.
    event.preventDefault();
    event.stopPropagation();
    if (view === 'steps') steps.go(act);
    else openView(act === 'end' ? 'test' : 'steps');
  };

  return (
    <div className="scenario-window" onKeyDownCapture={onKeyDown}>
      <Dialog
        title={`${t('scenario.title')} · ${targetName}`}
        subtitle={<span className="mono">{mapping?.scenario?.fileName ?? t('scenario.newFile')}</span>}
        size="large"
        onClose={onEscape}
        onSubmit={() => void saveText()}
        footerStart={
          <>
            <Button onClick={create} disabled={text === undefined}>
              {t('scenario.create')}
            </Button>
            <Button onClick={() => openView('test')} disabled={text === undefined}>
              {t('scenarioWindow.testStart')}
            </Button>
          </>
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
        {outside !== undefined && <OutsideText text={outside} onTake={takeTheirs} onKeep={keepMine} />}
        <div className="scenario">
          <div className="scenario__script">
            <div className="scenario__tools" role="toolbar" aria-label={t('scenarioWindow.tools')}>
              <TemplatesMenu
                text={text ?? ''}
                sourceCount={sourceCount}
                onReplace={(template) => put(template.text)}
                onInsert={(template) => {
                  const line = editor.current?.cursor().line ?? 1;
                  editor.current?.applyEdits([insertionOf(template.text, text ?? '', line)]);
                  editor.current?.focus();
                }}
              />
              <IconButton
                small
                look="quiet"
                label={t('scenarioWindow.undo')}
                shortcut="Ctrl Z"
                icon={<Undo2 size={15} />}
                onClick={() => editor.current?.undo()}
              />
              <IconButton
                small
                look="quiet"
                label={t('scenarioWindow.redo')}
                shortcut="Ctrl Y"
                icon={<Redo2 size={15} />}
                onClick={() => editor.current?.redo()}
              />
            </div>
            {text === undefined ? (
              <div className="scenario__editor">{error === undefined && <Skeleton width="50%" />}</div>
            ) : (
              <CodeEditor
                ref={editor}
                className="scenario__editor"
                label={t('scenario.editor')}
                value={text}
                onChange={edit}
                onSubmit={() => void saveText()}
                findings={findings}
                complete={language.complete}
                extension={language.extension}
                marked={marked}
                kept={keptScript(key.current)}
                onKeep={(kept) => keepScript(key.current, kept)}
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
              note={checked !== undefined && program === undefined ? t('scenario.saveWithErrors') : undefined}
              onGo={go}
              onFix={fix}
            />
          </div>
          <aside className="scenario__side" ref={side}>
            <Tabs
              label={t('scenarioWindow.views')}
              value={view}
              onChange={(id) => openView(id as View)}
              tabs={[
                {
                  id: 'try',
                  title: t('scenarioWindow.tabTry'),
                  content: (
                    <>
                      <SourceList sources={sources} />
                      <TryOut
                        values={typed}
                        program={program}
                        isEmpty={isEmpty}
                        onStep={() => stepWith('typed')}
                      />
                    </>
                  ),
                },
                {
                  id: 'test',
                  title: t('scenarioWindow.tabTest'),
                  content: (
                    <TestPanel
                      preview={preview}
                      day={day}
                      onDay={setDay}
                      systems={[...new Set(sources.map(({ system, source }) => system ?? source))].join(', ')}
                      hasSources={sourceCount > 0}
                      hasErrors={checked !== undefined && program === undefined}
                      onGo={go}
                      onStep={(index) => stepWith(String(index))}
                    />
                  ),
                },
                {
                  id: 'steps',
                  title: t('scenarioWindow.tabSteps'),
                  content: (
                    <StepPanel
                      steps={steps}
                      text={text ?? ''}
                      blocked={blocked()}
                      choices={stepValues.choices}
                      chosen={stepValues.chosen}
                      onChoose={stepValues.choose}
                      onGo={go}
                    />
                  ),
                },
              ]}
            />
          </aside>
        </div>
        {saveError !== undefined && <ErrorBox error={saveError} onDismiss={dismiss} />}
        {question === 'replace' && (
          <Question
            title={t('scenario.createTitle')}
            confirmLabel={t('scenario.createReplace')}
            onConfirm={() => put(defaultText(sourceCount))}
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
    </div>
  );

  function blocked(): string | undefined {
    if (isEmpty) return t('scenarioWindow.stepNone');
    if (program === undefined) return t('scenarioWindow.stepInvalid');
    return stepValues.input === undefined ? t('scenarioWindow.stepValues') : undefined;
  }
}
