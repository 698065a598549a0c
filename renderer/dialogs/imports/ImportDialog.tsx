import { Info } from 'lucide-react';
import { useState } from 'react';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { awaitSurvey, useClient, useStore } from '../../state/index.ts';
import { Button, Checkbox, Dialog, ErrorBox, TextField } from '../../ui/index.ts';
import { useWords } from '../words.ts';
import { dayCount, localDay, rangeFault } from './range.ts';
import './import-dialog.css';

export interface ImportDialogProps {
  /** Chosen at first; left out: all that are set up for PhoneLink. */
  readonly systems?: readonly string[] | undefined;
  readonly onStarted: (runId: number) => void;
  readonly onClose: () => void;
}

/** Asks for what a run needs, and starts it. */
export function ImportDialog({ systems, onStarted, onClose }: ImportDialogProps) {
  const client = useClient();
  const { t, formats } = useWords();
  const known = useStore((state) => state.systems) ?? [];
  const offered = known.filter((system) => system.phoneLink).map((system) => system.name);
  const [from, setFrom] = useState(() => localDay(new Date(), -1));
  const [to, setTo] = useState(from);
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(systems === undefined ? [] : offered.filter((name) => !systems.includes(name))),
  );
  const [writeNull, setWriteNull] = useState(false);
  const [starting, setStarting] = useState<'import' | 'preview'>();
  const [error, setError] = useState<ErrorShape>();

  const chosen = offered.filter((name) => !left.has(name));
  const today = localDay(new Date());
  const fault = rangeFault({ from, to, today, systemCount: chosen.length });
  const faultText = fault === undefined ? undefined : t(`import.range.${fault}`);

  const start = async (what: 'import' | 'preview') => {
    if (fault !== undefined || starting !== undefined) return;
    setStarting(what);
    setError(undefined);
    try {
      const { runId } = await client.call('imports.start', {
        stream: 'calls',
        from,
        to,
        systems: chosen,
        // What would become 0 is found out and asked about before an import that writes null values.
        dryRun: what === 'preview' || writeNull,
        writeNull,
      });
      if (what === 'import' && writeNull) awaitSurvey(runId);
      onClose();
      onStarted(runId);
    } catch (thrown) {
      setError(errorShape(thrown));
      setStarting(undefined);
    }
  };
  const choose = (name: string, on: boolean) =>
    setLeft((before) => new Set(on ? [...before].filter((other) => other !== name) : [...before, name]));
  const longDay = (day: string) => (dayCount(day, day) === 1 ? formats.dayWithWeekday(day) : ' ');

  return (
    <Dialog
      title={t('import.title')}
      onClose={onClose}
      onSubmit={() => void start('import')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            disabledReason={faultText}
            disabled={starting !== undefined}
            onClick={() => void start('preview')}
          >
            {t('import.preview')}
          </Button>
          <Button type="submit" look="primary" disabledReason={faultText} disabled={starting !== undefined}>
            {t('import.act')}
          </Button>
        </>
      }
    >
      <div className="import-range">
        <TextField
          type="date"
          label={t('import.from')}
          value={from}
          onChange={setFrom}
          max={today}
          required
          autoFocus
          hint={longDay(from)}
          error={fault === 'from-missing' || fault === 'order' ? faultText : undefined}
        />
        <TextField
          type="date"
          label={t('import.to')}
          value={to}
          onChange={setTo}
          max={today}
          required
          hint={longDay(to)}
          error={fault === 'to-missing' || fault === 'future' ? faultText : undefined}
        />
      </div>
      <p className="import-note">
        {fault === undefined || fault === 'no-system'
          ? [
              t('import.wholeDays', { count: dayCount(from, to) }),
              ...(to === today ? [t('import.today')] : []),
            ].join(' ')
          : ' '}
      </p>
      <fieldset className="import-group">
        <legend>{t('import.systems')}</legend>
        {offered.length === 0 && <p className="import-note">{t('import.noSystems')}</p>}
        <div className="import-systems">
          {offered.map((name) => (
            <Checkbox key={name} label={name} checked={!left.has(name)} onChange={(on) => choose(name, on)} />
          ))}
        </div>
        {fault === 'no-system' && offered.length > 0 && <p className="field__error">{faultText}</p>}
      </fieldset>
      <fieldset className="import-group">
        <legend>{t('import.options')}</legend>
        <Checkbox
          label={t('import.writeNull')}
          hint={t('import.writeNullHelp')}
          checked={writeNull}
          onChange={setWriteNull}
        />
        {writeNull && (
          <p className="import-warning" role="alert">
            <Info size={14} aria-hidden />
            {t('import.writeNullWarning')}
          </p>
        )}
        <p className="import-note">{t('import.previewHelp')}</p>
      </fieldset>
      {error !== undefined && <ErrorBox error={error} />}
    </Dialog>
  );
}
