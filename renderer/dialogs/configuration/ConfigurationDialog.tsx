import { PlugZap } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SystemDetail } from '#shared/contract/systems.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { openDialog, useClient, useInterfaceName, useStore } from '../../state/index.ts';
import { Button, Dialog, ErrorBox, TextField } from '../../ui/index.ts';
import { useReading } from '../use-reading.ts';
import { useWords } from '../words.ts';
import { DataSourceField } from './DataSourceField.tsx';
import { type PasswordEdit, PasswordField, passwordToSend } from './PasswordField.tsx';
import { TestResult } from './TestResult.tsx';
import { useOdbcTest } from './use-odbc-test.ts';
import './configuration.css';

export interface ConfigurationDialogProps {
  readonly system: string;
  /** The connection is tried as soon as its settings are read. */
  readonly testAtOnce?: boolean | undefined;
  readonly onClose: () => void;
}

/** Data source, user and password of an external system. OK writes them to `isps_ul.ini` and reads the tree again. */
export function ConfigurationDialog({ system, testAtOnce, onClose }: ConfigurationDialogProps) {
  const client = useClient();
  const { t } = useWords();
  const interfaceName = useInterfaceName();
  const detail = useReading(
    (signal) => client.call('systems.read', { name: system }, { signal }),
    [client, system],
  );
  const found = useReading((signal) => client.call('systems.dataSources', {}, { signal }), [client]);
  const [base, setBase] = useState<SystemDetail>();
  const [source, setSource] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState<PasswordEdit>({ kind: 'keep' });
  const [submitted, setSubmitted] = useState(false);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorShape>();
  const [theirs, setTheirs] = useState<SystemDetail>();
  const { test, start, stop } = useOdbcTest();
  const testButton = useRef<HTMLButtonElement>(null);

  // Only the first reading fills the fields, and only those still empty: what is typed must not be taken away.
  useEffect(() => {
    if (detail.data === undefined || base !== undefined) return;
    setBase(detail.data);
    const { source: written, user: writtenUser } = detail.data;
    setSource((typed) => typed || written);
    setUser((typed) => typed || writtenUser);
    if (testAtOnce && written !== '') void start({ name: system, source: written, user: writtenUser });
  }, [detail.data, base, testAtOnce, system, start]);

  const sourceError = submitted && source.trim() === '' ? t('configuration.sourceRequired') : undefined;

  const save = async (from: SystemDetail) => {
    setSubmitted(true);
    if (source.trim() === '' || saving) return;
    setSaving(true);
    setError(undefined);
    const send = passwordToSend(password);
    const change = {
      kind: 'configuration' as const,
      source: source.trim(),
      user: user.trim(),
      ...(send === undefined ? {} : { password: send }),
    };
    try {
      await client.call('systems.save', { name: system, revision: from.revision, change });
      const { loadSystems, readTree } = useStore.getState();
      void loadSystems().then(() => readTree(system, true));
      onClose();
    } catch (thrown) {
      setSaving(false);
      const shape = errorShape(thrown);
      if (shape.code === 'HOME_FILE_CHANGED') await onChangedOutside(from, shape);
      else setError(shape);
    }
  };
  /** Another key of the file may have changed; only other values of these three ask for a decision. */
  const onChangedOutside = async (from: SystemDetail, shape: ErrorShape) => {
    try {
      const now = await client.call('systems.read', { name: system });
      const same = now.source === from.source && now.user === from.user && now.password === from.password;
      setBase(now);
      if (same) await save(now);
      else setTheirs(now);
    } catch {
      setError(shape);
    }
  };
  const runTest = () => {
    setSubmitted(true);
    if (source.trim() === '') return;
    const send = passwordToSend(password);
    void start({
      name: system,
      source: source.trim(),
      user: user.trim(),
      ...(send === undefined ? {} : { password: send }),
    });
  };

  const ready = base !== undefined;
  const running = test.state === 'running';
  return (
    <Dialog
      title={`${t('configuration.title')} · ${system}`}
      subtitle={
        base !== undefined && (
          <>
            {interfaceName(base)} ·{' '}
            <Button
              look="link"
              onClick={() => openDialog({ kind: 'documentation', interface: base.interface })}
            >
              {t('documentation.open')}
            </Button>
          </>
        )
      }
      onClose={onClose}
      onSubmit={() => base !== undefined && void save(base)}
      footerStart={
        // Only said to be disabled while it runs: what has the focus must not lose it.
        <Button
          ref={testButton}
          onClick={running ? undefined : runTest}
          disabled={!ready}
          aria-disabled={running}
        >
          <PlugZap size={14} aria-hidden />
          {t(
            test.state === 'none' || test.state === 'running'
              ? 'configuration.test'
              : 'configuration.testAgain',
          )}
        </Button>
      }
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={!ready || saving || theirs !== undefined}>
            {t('common.ok')}
          </Button>
        </>
      }
    >
      {detail.error !== undefined && !ready && <ErrorBox error={detail.error} />}
      <DataSourceField
        value={source}
        onChange={setSource}
        sources={found.data?.dataSources ?? (found.error === undefined ? undefined : [])}
        error={sourceError}
        readOnly={base === undefined && detail.error === undefined}
        isFirst
      />
      {found.error !== undefined && (
        <ErrorBox title={t('configuration.sourceListFailed')} error={found.error} />
      )}
      <div className="configuration-login">
        <TextField label={t('configuration.user')} value={user} onChange={setUser} />
        <PasswordField
          system={system}
          stored={base?.password ?? 'none'}
          edit={password}
          onEdit={setPassword}
          onMoved={() => void client.call('systems.read', { name: system }).then(setBase, () => {})}
        />
      </div>
      <TestResult
        system={system}
        test={test}
        onStop={() => {
          testButton.current?.focus();
          stop();
        }}
      />
      {error !== undefined && <ErrorBox error={error} onDismiss={() => setError(undefined)} />}
      {theirs !== undefined && (
        <div className="configuration-outside" role="alert">
          <p>{t('configuration.changedOutside', { source: theirs.source, user: theirs.user })}</p>
          <div>
            <Button
              small
              onClick={() => {
                setSource(theirs.source);
                setUser(theirs.user);
                setPassword({ kind: 'keep' });
                setTheirs(undefined);
              }}
            >
              {t('configuration.takeTheirs')}
            </Button>
            <Button
              small
              onClick={() => {
                setTheirs(undefined);
                void save(theirs);
              }}
            >
              {t('configuration.saveMine')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
