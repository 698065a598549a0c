import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { AdoptResult } from '#shared/contract/adopt.ts';
import { useWords } from '../words.ts';

/** What was done, and what is left to do. */
export function AdoptDone({ result }: { readonly result: AdoptResult }) {
  const { t } = useWords();
  const named = (names: readonly string[]) => names.join(', ');
  const { copied, systems, queuesMade, valueTypesMade, passwordsMoved, removedSystems, kept } = result;
  const done = [
    t('adopt.doneFiles', { count: copied.length }),
    t('adopt.doneSystems', { names: named(systems.map(({ name }) => name)) }),
    ...(queuesMade.length > 0 ? [t('adopt.doneQueues', { count: queuesMade.length })] : []),
    ...(valueTypesMade.length > 0 ? [t('adopt.doneValueTypes', { count: valueTypesMade.length })] : []),
    ...(passwordsMoved.length > 0 ? [t('adopt.donePasswords', { names: named(passwordsMoved) })] : []),
    ...(removedSystems.length > 0 ? [t('adopt.doneRemoved', { names: named(removedSystems) })] : []),
    ...(kept === null ? [] : [t('adopt.doneKept', { folder: kept.folder })]),
  ];
  return (
    <div className="adopt-done" role="status">
      <p className="adopt-done__head">
        <CircleCheck size={16} aria-hidden />
        {t('adopt.done')}
      </p>
      <ul>
        {done.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {result.passwordsEncoded.length > 0 && (
        <p className="adopt-todo">
          <TriangleAlert size={14} aria-hidden />
          {t('adopt.doneEncoded', { names: named(result.passwordsEncoded) })}
        </p>
      )}
    </div>
  );
}
