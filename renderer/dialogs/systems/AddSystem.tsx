import { useRef, useState } from 'react';
import { systemNameSchema } from '#shared/contract/common.ts';
import type { InterfaceDefinition, SystemSummary } from '#shared/contract/systems.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient, useStore } from '../../state/index.ts';
import { Button, Checkbox, Dialog, ErrorBox, Select, TextField } from '../../ui/index.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import { inLanguage, useWords } from '../words.ts';

export interface AddSystemProps {
  readonly interfaces: readonly InterfaceDefinition[];
  readonly systems: readonly SystemSummary[];
  readonly onAdded: (name: string) => void;
  readonly onClose: () => void;
}

export function AddSystem({ interfaces, systems, onAdded, onClose }: AddSystemProps) {
  const client = useClient();
  const { t, language } = useWords();
  const [name, setName] = useState('');
  const [interfaceId, setInterfaceId] = useState(interfaces[0]?.id ?? '');
  const [phoneLink, setPhoneLink] = useState(true);
  const [timeLink, setTimeLink] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const [adding, setAdding] = useState(false);
  const [error, setError] = useState<ErrorShape>();
  const nameInput = useRef<HTMLInputElement>(null);
  useFirstFocus(nameInput);
  const fault = nameFault(name, systems);

  const add = async () => {
    setSubmitted(true);
    if (fault !== undefined || adding) return;
    setAdding(true);
    setError(undefined);
    try {
      await client.call('systems.add', { name: name.trim(), interface: interfaceId, phoneLink, timeLink });
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
      size="small"
      onClose={onClose}
      onSubmit={add}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={adding}>
            {t('systems.addButton')}
          </Button>
        </>
      }
    >
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
        value={interfaceId}
        onChange={setInterfaceId}
        options={interfaces.map(({ id, name: names }) => ({ value: id, label: inLanguage(names, language) }))}
      />
      <Checkbox label={t('systems.phoneLink')} checked={phoneLink} onChange={setPhoneLink} />
      <Checkbox label={t('systems.timeLink')} checked={timeLink} onChange={setTimeLink} />
      {error !== undefined && <ErrorBox error={error} />}
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
  if (systems.some((system) => system.name.toLowerCase() === wanted)) return 'nameTaken';
  return systemNameSchema.safeParse(name).success ? undefined : 'nameInvalid';
}
