import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { AdoptReport } from '#shared/contract/adopt.ts';
import { type Translate, useWords } from '../words.ts';
import { shortList } from './short-list.ts';

interface Part {
  readonly name: string;
  readonly figure: string;
  /** What is odd about it; none: all is well. */
  readonly odd: readonly string[];
  /** What is worth knowing and no problem. */
  readonly notes: readonly string[];
}

/** The four things of a folder, each with what is missing or odd about it. */
export function AdoptSummary({ report }: { readonly report: AdoptReport }) {
  const { t } = useWords();
  return (
    <dl className="adopt-summary">
      {partsOf(report, t).map(({ name, figure, odd, notes }) => (
        <div key={name} className={odd.length === 0 ? 'adopt-part' : 'adopt-part adopt-part--odd'}>
          <dt>
            {odd.length === 0 ? (
              <CircleCheck size={14} aria-hidden />
            ) : (
              <TriangleAlert size={14} aria-hidden />
            )}
            {name}
          </dt>
          <dd>
            <span className="adopt-part__figure">{figure}</span>
            {[...odd, ...notes].map((line) => (
              <span key={line}>{line}</span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function partsOf(report: AdoptReport, t: Translate): Part[] {
  const { files, mappings, scripts, queues, valueTypes } = report;
  const list = (names: readonly string[]) => shortList(names, t);
  const told = <T,>(all: readonly T[], text: (all: readonly T[]) => string) =>
    all.length === 0 ? [] : [text(all)];
  const unknown = (all: AdoptReport['queues'] | AdoptReport['valueTypes']) =>
    all.filter(({ name }) => name === null).map(({ id }) => String(id));
  const lacking = [
    ...told(unknown(queues), (ids) => t('adopt.queuesUnknown', { ids: list(ids) })),
    ...told(unknown(valueTypes), (ids) => t('adopt.valueTypesUnknown', { ids: list(ids) })),
  ];
  return [
    {
      name: t('adopt.files'),
      figure: t('adopt.filesCount', { count: files.length }),
      odd: [],
      notes: (['windows-1252', 'utf-8-bom', 'utf-16'] as const).flatMap((encoding) =>
        told(
          files.filter((file) => file.encoding === encoding).map(({ name }) => name),
          (names) =>
            t('adopt.encodedFiles', { encoding: t(`adopt.encodings.${encoding}`), files: list(names) }),
        ),
      ),
    },
    {
      name: t('adopt.mappings'),
      figure: t('adopt.mappingsUnderstood', { understood: mappings.understood, total: mappings.total }),
      odd: mappings.foreignLines === 0 ? [] : [t('adopt.foreignLines', { count: mappings.foreignLines })],
      notes: [],
    },
    {
      name: t('adopt.scripts'),
      figure: t('adopt.filesCount', { count: scripts.present }),
      odd: [
        ...told(scripts.missing, (names) => t('adopt.scriptsMissing', { files: list(names) })),
        ...told(scripts.invalid, (names) => t('adopt.scriptsInvalid', { files: list(names) })),
      ],
      notes: told(scripts.unused, (names) => t('adopt.scriptsUnused', { files: list(names) })),
    },
    {
      name: t('adopt.wfm'),
      figure: [
        t('adopt.queuesNeeded', { count: queues.length }),
        t('adopt.valueTypesNeeded', { count: valueTypes.length }),
      ].join(', '),
      odd: lacking,
      notes: lacking.length === 0 ? [t('adopt.allKnown')] : [],
    },
  ];
}
