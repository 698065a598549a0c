import { useEffect, useRef, useState } from 'react';
import { useClient, useStore } from '../../state/index.ts';
import { Button, Dialog, ErrorBox, Skeleton } from '../../ui/index.ts';
import { SideList } from '../SideList.tsx';
import { useReading } from '../use-reading.ts';
import { inLanguage, useWords } from '../words.ts';
import { Markdown } from './Markdown.tsx';
import './documentation.css';

export interface DocumentationDialogProps {
  /** The interface whose page is shown first; none: the first of the list. */
  readonly initialInterface?: string | undefined;
  readonly onClose: () => void;
}

/** The operator's page of each interface, in the reader's language. */
export function DocumentationDialog({ initialInterface, onClose }: DocumentationDialogProps) {
  const client = useClient();
  const { t } = useWords();
  const language = useStore((state) => state.language);
  const interfaces = useReading((signal) => client.call('interfaces.list', {}, { signal }), [client]);
  const [wanted, setWanted] = useState(initialInterface);
  const shown = interfaces.data?.find(({ id }) => id === wanted) ?? interfaces.data?.[0];
  const id = shown?.id;
  const page = useReading(
    async (signal) => {
      if (id === undefined) return undefined;
      const { markdown } = await client.call('interfaces.documentation', { id, language }, { signal });
      return { id, markdown };
    },
    [client, id, language],
  );
  const error = interfaces.error ?? page.error;
  // The page before is no page of the interface that is named above it.
  const markdown = page.data?.id === id ? page.data?.markdown : undefined;

  const region = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top.
  useEffect(() => {
    region.current?.scrollTo(0, 0);
  }, [id]);

  return (
    <Dialog
      title={t('documentation.title')}
      size="full"
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <div className="documentation">
        <SideList
          label={t('documentation.list')}
          items={(interfaces.data ?? []).map((one) => ({
            id: one.id,
            name: inLanguage(one.name, language),
          }))}
          selected={id}
          onSelect={setWanted}
        />
        <section
          ref={region}
          className="documentation__page"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard.
          tabIndex={0}
          aria-label={shown === undefined ? t('documentation.page') : inLanguage(shown.name, language)}
          aria-busy={page.busy}
        >
          {error !== undefined && <ErrorBox error={error} />}
          {markdown === undefined && error === undefined && <Skeleton width="50%" />}
          {markdown !== undefined && error === undefined && <Markdown text={markdown} />}
        </section>
      </div>
    </Dialog>
  );
}
