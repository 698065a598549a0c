import { BookOpen, Settings2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { InterfaceDefinition } from '#shared/contract/systems.ts';
import { openDialog, useInterfaceName } from '../../state/index.ts';
import { Button, Chip, ErrorBox, Skeleton, Tabs } from '../../ui/index.ts';
import { FindTablesButton } from '../find-tables/FindTablesButton.tsx';
import { useWords } from '../words.ts';
import { FileTab } from './FileTab.tsx';
import { FormTab } from './FormTab.tsx';
import { OutsideChange } from './OutsideChange.tsx';
import { StatementsTab } from './StatementsTab.tsx';
import type { Section } from './use-section.ts';

export interface SystemPanelProps {
  readonly name: string;
  readonly section: Section;
  readonly interfaces: readonly InterfaceDefinition[];
  /** What the reader is to see first. */
  readonly place?: SectionPlace | undefined;
}

/** A line of `isps_ul.ini`, else a key that is missing. */
export interface SectionPlace {
  readonly line?: number | undefined;
  readonly key?: string | undefined;
}

/** One system: its section as a form, as text, and what it makes an import ask. */
export function SystemPanel({ name, section, interfaces, place }: SystemPanelProps) {
  const { t } = useWords();
  const interfaceName = useInterfaceName();
  const [tab, setTab] = useState(place?.line === undefined ? 'form' : 'file');
  const { draft, dirty, saving, error } = section;
  const justSaved = useJustSaved(dirty, saving, name);

  if (draft === undefined || draft.base.name !== name) {
    return (
      <div className="system-panel">
        {error === undefined ? <Skeleton width="40%" /> : <ErrorBox error={error} />}
      </div>
    );
  }
  const { base, text } = draft;
  const definition = interfaces.find(({ id }) => id === base.interface);
  const edit = (edited: string) => section.dispatch({ kind: 'edit', text: edited });
  const tabs = [
    ...(definition === undefined
      ? []
      : [
          {
            id: 'form',
            title: t('systems.tabForm'),
            content: <FormTab definition={definition} text={text} onText={edit} focusKey={place?.key} />,
          },
        ]),
    {
      id: 'file',
      title: t('systems.tabFile'),
      content: <FileTab base={base} text={text} onText={edit} line={place?.line} />,
    },
    {
      id: 'statements',
      title: t('systems.tabStatements'),
      content: <StatementsTab name={name} revision={base.revision} dirty={dirty} />,
    },
  ];
  return (
    <div className="system-panel">
      <div className="system-panel__head">
        <div className="system-panel__title">
          <h3>{name}</h3>
          <Chip>{interfaceName(base)}</Chip>
          {base.phoneLink && <Chip tone="accent">PhoneLink</Chip>}
          {base.timeLink && <Chip tone="accent">TimeLink</Chip>}
          <span role="status">
            {dirty && <Chip tone="warn">{t('common.unsaved')}</Chip>}
            {justSaved && <Chip tone="ok">{t('systems.saved')}</Chip>}
          </span>
        </div>
        <div className="system-panel__acts">
          <Button small onClick={() => openDialog({ kind: 'documentation', interface: base.interface })}>
            <BookOpen size={14} aria-hidden />
            {t('documentation.open')}
          </Button>
          <FindTablesButton system={name} definition={definition} />
          <Button small onClick={() => openDialog({ kind: 'configuration', system: name })}>
            <Settings2 size={14} aria-hidden />
            {t('systems.configuration')}
          </Button>
        </div>
      </div>
      {error !== undefined && <ErrorBox error={error} onDismiss={section.dismissError} />}
      <OutsideChange draft={draft} dispatch={section.dispatch} />
      <div className="system-panel__tabs">
        <Tabs
          label={name}
          tabs={tabs}
          value={definition === undefined && tab === 'form' ? 'file' : tab}
          onChange={setTab}
        />
      </div>
    </div>
  );
}

/** True from a save until the next edit. */
function useJustSaved(dirty: boolean, saving: boolean, name: string): boolean {
  const [saved, setSaved] = useState(false);
  const [wasSaving, setWasSaving] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another system has not been saved here.
  useEffect(() => setSaved(false), [name]);
  useEffect(() => {
    if (saving) setWasSaving(true);
    else if (wasSaving) {
      setWasSaving(false);
      setSaved(!dirty);
    }
    if (dirty) setSaved(false);
  }, [saving, wasSaving, dirty]);
  return saved;
}
