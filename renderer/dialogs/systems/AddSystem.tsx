import { BookOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { systemNameSchema } from '#shared/contract/common.ts';
import type { InterfaceDefinition, SystemSummary } from '#shared/contract/systems.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { openDialog, useClient, useStore } from '../../state/index.ts';
import { Button, Checkbox, Dialog, ErrorBox, Select, TextField } from '../../ui/index.ts';
import { DataSourceField } from '../configuration/DataSourceField.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { useReading } from '../use-reading.ts';
import { inLanguage, useWords } from '../words.ts';
import { FormFields } from './FormFields.tsx';
import { essentialGroups, hasFault, keysOf } from './new-system.ts';

export interface AddSystemProps {
  readonly interfaces: readonly InterfaceDefinition[];
  readonly systems: readonly SystemSummary[];
  readonly onAdded: (name: string) => void;
  readonly onClose: () => void;
}

/** A new system: its name, its kind of ACD, the connection, and the few keys that ACD needs. Saved whole or not at all. */
export function AddSystem({ interfaces, systems, onAdded, onClose }: AddSystemProps) {
  const client = useClient();
  const { t, language } = useWords();
  const found = useReading((signal) => client.call('systems.dataSources', {}, { signal }), [client]);
  const [name, setName] = useState('');
  const [interfaceId, setInterfaceId] = useState(interfaces[0]?.id ?? '');
  const [phoneLink, setPhoneLink] = useState(true);
  const [timeLink, setTimeLink] = useState(false);
  const [source, setSource] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  // The keys, as the lines of the section to be; what another interface does not ask for waits here.
  const [text, setText] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const [adding, setAdding] = useState(false);
  const [error, setError] = useState<ErrorShape>();
  const nameInput = useRef<HTMLInputElement>(null);
  useFirstFocus(nameInput);

  const definition = interfaces.find(({ id }) => id === interfaceId);
  const groups = essentialGroups(definition?.keys ?? [], text, { phoneLink, timeLink });
  const fault = nameFault(name, systems);

  const add = async () => {
    setSubmitted(true);
    if (fault !== undefined) nameInput.current?.focus();
    if (fault !== undefined || hasFault(groups) || adding) return;
    setAdding(true);
    setError(undefined);
    try {
      await client.call('systems.add', {
        name: name.trim(),
        interface: interfaceId,
        phoneLink,
        timeLink,
        source: source.trim(),
        user: user.trim(),
        password,
        keys: keysOf(groups, text),
      });
      await useStore.getState().loadSystems();
      onAdded(name.trim());
    } catch (thrown) {
      setError(errorShape(thrown));
      setAdding(false);
    }
  };

  return (
    <Dialog
      title={t('systems.addTitle')}
      size="large"
      onClose={onClose}
      onSubmit={add}
      footerStart={
        <Button onClick={() => openDialog({ kind: 'documentation', interface: interfaceId })}>
          <BookOpen size={14} aria-hidden />
          {t('documentation.open')}
        </Button>
      }
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={adding}>
            {t('systems.addButton')}
          </Button>
        </>
      }
    >
      {error !== undefined && <ErrorBox error={error} onDismiss={() => setError(undefined)} />}
      <div className="add-system__head">
        <TextField
          label={t('systems.name')}
          hint={t('systems.nameHelp')}
          error={submitted && fault !== undefined ? t(`systems.${fault}`) : undefined}
          ref={nameInput}
          value={name}
          onChange={setName}
        />
        <Select
          label={t('systems.interface')}
          hint={inLanguage(definition?.summary ?? {}, language)}
          value={interfaceId}
          onChange={setInterfaceId}
          options={interfaces.map(({ id, name: names }) => ({
            value: id,
            label: inLanguage(names, language),
          }))}
        />
      </div>
      <div className="add-system__streams">
        <Checkbox label={t('systems.phoneLink')} checked={phoneLink} onChange={setPhoneLink} />
        <Checkbox label={t('systems.timeLink')} checked={timeLink} onChange={setTimeLink} />
      </div>
      <DataSourceField
        value={source}
        onChange={setSource}
        sources={found.data?.dataSources ?? (found.error === undefined ? undefined : [])}
        error={undefined}
        readOnly={false}
        isFirst={false}
      />
      <div className="add-system__login">
        <TextField label={t('configuration.user')} value={user} onChange={setUser} />
        <TextField
          type="password"
          label={t('configuration.password')}
          hint={t('systems.passwordHelp')}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
      </div>
      {definition !== undefined && groups.length > 0 && (
        <div className="system-form">
          <FormFields groups={groups} text={text} onText={setText} mayMiss />
          <p className="field__hint">{t('systems.restLater')}</p>
        </div>
      )}
    </Dialog>
  );
}

function nameFault(
  name: string,
  systems: readonly SystemSummary[],
): 'nameRequired' | 'nameTaken' | 'nameInvalid' | undefined {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return 'nameRequired';
  // Section names count in any case.
  if (systems.some((system) => system.configured && system.name.toLowerCase() === wanted)) return 'nameTaken';
  return systemNameSchema.safeParse(name).success ? undefined : 'nameInvalid';
}
