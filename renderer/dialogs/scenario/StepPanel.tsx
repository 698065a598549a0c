import { ArrowDownToDot, ChevronFirst, ChevronLast, CircleX, RedoDot, UndoDot } from 'lucide-react';
import type { ScenarioTrace, TracedState, TracedVariable } from '#shared/domain/scenario/index.ts';
import { Button, IconButton, Kbd, useMessageText } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { stepKeys } from './step-keys.ts';
import { stateAt, stepAt } from './stepping.ts';
import type { StepAct, Steps } from './use-steps.ts';

/** One set of values to step through with. */
export interface StepValues {
  readonly id: string;
  readonly label: string;
}

export interface StepPanelProps {
  readonly steps: Steps;
  readonly text: string;
  /** Why there is nothing to step through. */
  readonly blocked: string | undefined;
  readonly choices: readonly StepValues[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onGo: (line: number, column: number) => void;
}

const icons: Readonly<Record<StepAct, typeof RedoDot>> = {
  start: ChevronFirst,
  back: UndoDot,
  over: RedoDot,
  into: ArrowDownToDot,
  end: ChevronLast,
};

/** One interval, statement by statement: where the run stands, and what every variable holds there. */
export function StepPanel({ steps, text, blocked, choices, chosen, onChoose, onGo }: StepPanelProps) {
  const { t } = useWords();
  const { trace, at, go } = steps;
  const names: Readonly<Record<StepAct, string>> = {
    start: t('scenarioWindow.toStart'),
    back: t('scenarioWindow.back'),
    over: t('scenarioWindow.over'),
    into: t('scenarioWindow.into'),
    end: t('scenarioWindow.toEnd'),
  };
  const isAtEnd = trace !== undefined && at >= trace.steps.length;
  const isOff: Readonly<Record<StepAct, boolean>> = {
    start: at === 0,
    back: at === 0,
    over: isAtEnd,
    into: isAtEnd,
    end: isAtEnd,
  };
  return (
    <div className="steps">
      <label className="steps__values">
        {t('scenarioWindow.values')}
        <select className="input" value={chosen} onChange={({ target }) => onChoose(target.value)}>
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {choices.length === 1 && <p className="field__hint">{t('scenarioWindow.valuesHint')}</p>}
      {trace === undefined ? (
        <p className="steps__none" role="status">
          {blocked}
        </p>
      ) : (
        <>
          <div className="steps__tools" role="toolbar" aria-label={t('scenarioWindow.tabSteps')}>
            {(['start', 'back', 'over', 'into', 'end'] as const).map((act) => {
              const Icon = icons[act];
              // One that is off keeps the focus, so that one can go back from the end.
              const own = {
                'data-step': act,
                small: true,
                'aria-disabled': isOff[act] || undefined,
                onClick: () => go(act),
              };
              return act === 'over' ? (
                <Button key={act} {...own}>
                  <Icon size={15} aria-hidden />
                  {names[act]}
                  <Kbd>{stepKeys[act]}</Kbd>
                </Button>
              ) : (
                <IconButton
                  key={act}
                  {...own}
                  label={names[act]}
                  shortcut={stepKeys[act]}
                  icon={<Icon size={15} />}
                />
              );
            })}
          </div>
          <StepStatus trace={trace} at={at} text={text} />
          <Variables state={stateAt(trace, at)} />
          <PrintedSoFar trace={trace} at={at} />
          {isAtEnd && <Outcome trace={trace} onGo={onGo} />}
          {trace.cut && (
            <p className="field__hint">{t('scenarioWindow.stepCut', { count: trace.steps.length })}</p>
          )}
        </>
      )}
    </div>
  );
}

/** Where the run stands, and what the last step changed: read out at each step. */
function StepStatus({
  trace,
  at,
  text,
}: {
  readonly trace: ScenarioTrace;
  readonly at: number;
  readonly text: string;
}) {
  const { t } = useWords();
  const step = stepAt(trace, at);
  const changed = stateAt(trace, at).variables.filter((variable) => variable.changed);
  return (
    <div className="steps__status" role="status">
      <p>
        {step === undefined
          ? t('scenarioWindow.stepEnd')
          : t('scenarioWindow.stepAt', {
              step: at + 1,
              count: trace.steps.length,
              line: step.line,
              code: text.split('\n')[step.line - 1]?.trim() ?? '',
            })}
      </p>
      <p className="visually-hidden">
        {at > 0 && changed.length > 0
          ? t('scenarioWindow.stepChanged', {
              variables: changed.map(({ name, text: value }) => `${name} = ${value}`).join('; '),
            })
          : ''}
      </p>
    </div>
  );
}

function Variables({ state }: { readonly state: TracedState }) {
  const { t } = useWords();
  const groups = (['given', 'module', 'local'] as const)
    .map((scope) => ({
      scope,
      variables: inOrder(state.variables.filter((variable) => variable.scope === scope)),
    }))
    .filter(({ variables }) => variables.length > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: what scrolls has to be reachable by keyboard, and holds no controls.
    <div className="steps__variables" role="group" tabIndex={0} aria-label={t('scenarioWindow.variables')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('scenarioWindow.variable')}</th>
            <th scope="col">{t('scenarioWindow.value')}</th>
            <th scope="col">{t('scenarioWindow.type')}</th>
          </tr>
        </thead>
        {groups.map(({ scope, variables }) => (
          <tbody key={scope}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="steps__scope">
                {t(`scenarioWindow.scope.${scope}`, { procedure: state.procedure })}
              </th>
            </tr>
            {variables.map((variable) => (
              <VariableRow key={variable.name} variable={variable} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** As declared, but Para1 before Para2 whichever is used first. */
function inOrder(variables: readonly TracedVariable[]): readonly TracedVariable[] {
  const numberOf = ({ name }: TracedVariable) => Number(/^para(\d+)$/i.exec(name)?.[1] ?? 0);
  return variables.toSorted((a, b) => numberOf(a) - numberOf(b));
}

function VariableRow({ variable: { name, text, type, changed } }: { readonly variable: TracedVariable }) {
  const { t } = useWords();
  return (
    <tr className={changed ? 'is-changed' : undefined}>
      <th scope="row" className="mono">
        {name}
      </th>
      <td className="mono">
        {text}
        {changed && <small>{t('scenarioWindow.changed')}</small>}
      </td>
      <td>{type}</td>
    </tr>
  );
}

function PrintedSoFar({ trace, at }: { readonly trace: ScenarioTrace; readonly at: number }) {
  const { t } = useWords();
  const lines = trace.outcome.printed.slice(0, stateAt(trace, at).printed);
  if (lines.length === 0) return null;
  return (
    <section aria-label={t('scenarioWindow.printed')}>
      <h3>{t('scenarioWindow.printed')}</h3>
      <pre className="printed">{lines.join('\n')}</pre>
    </section>
  );
}

function Outcome({
  trace: { outcome },
  onGo,
}: { readonly trace: ScenarioTrace } & Pick<StepPanelProps, 'onGo'>) {
  const { t, formats } = useWords();
  const tell = useMessageText();
  if (!outcome.ok) {
    const { error } = outcome;
    return (
      <p className="try-out__fault steps__fault" role="alert">
        <CircleX size={14} aria-hidden />
        <Button look="link" onClick={() => onGo(error.line, error.column)}>
          {t('scenarioWindow.stoppedAt', { line: error.line, error: tell(error) })}
        </Button>
      </p>
    );
  }
  return (
    <p className="try-out__result" role="status">
      <span>
        Result = <b>{formats.number(outcome.result, Number.isInteger(outcome.result) ? 0 : 2)}</b>
      </span>
      <span>
        {t('scenario.tryStored')} <b>{formats.number(outcome.valueHundredths / 100, 2)}</b>
      </span>
    </p>
  );
}
