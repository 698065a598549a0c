import { useCallback, useRef, useState } from 'react';
import type { AdoptReport, AdoptResult } from '#shared/contract/adopt.ts';
import type { XlinkContract } from '#shared/contract/index.ts';
import type { Input } from '#shared/rpc/contract.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient, useStore } from '../../state/index.ts';
import { forgetScripts } from '../scenario/kept-scripts.ts';

export type TakeChoices = Pick<
  Input<XlinkContract, 'adopt.take'>,
  'createMissing' | 'timeZone' | 'intervalMinutes' | 'passwords' | 'replace'
>;

export interface Adoption {
  readonly busy: 'reading' | 'taking' | undefined;
  readonly report: AdoptReport | undefined;
  readonly result: AdoptResult | undefined;
  readonly error: ErrorShape | undefined;
  /** Interfaces that were chosen, by name of the system. */
  readonly interfaces: Readonly<Record<string, string>>;
  /** Reads the folder, with the interfaces chosen so far where it is the same one. */
  read(folder: string): void;
  chooseInterface(system: string, id: string): void;
  take(choices: TakeChoices): void;
  /** Of another folder nothing is known yet. */
  forget(): void;
}

/** The two steps: what the folder holds, and the copy of it. */
export function useAdopt(): Adoption {
  const client = useClient();
  const [busy, setBusy] = useState<Adoption['busy']>();
  const [report, setReport] = useState<AdoptReport>();
  const [result, setResult] = useState<AdoptResult>();
  const [error, setError] = useState<ErrorShape>();
  const [interfaces, setInterfaces] = useState<Readonly<Record<string, string>>>({});
  /** Only the newest question is answered. */
  const turn = useRef(0);

  const ask = useCallback(
    async (folder: string, chosen: Readonly<Record<string, string>>) => {
      turn.current += 1;
      const own = turn.current;
      setBusy('reading');
      setError(undefined);
      try {
        const found = await client.call('adopt.read', { folder, interfaces: chosen });
        if (own === turn.current) setReport(found);
      } catch (thrown) {
        if (own !== turn.current) return;
        setReport(undefined);
        setError(errorShape(thrown));
      } finally {
        if (own === turn.current) setBusy(undefined);
      }
    },
    [client],
  );

  return {
    busy,
    report,
    result,
    error,
    interfaces,
    read: (folder) => void ask(folder, interfaces),
    chooseInterface(system, id) {
      if (report === undefined) return;
      const chosen = { ...interfaces, [system]: id };
      setInterfaces(chosen);
      void ask(report.folder, chosen);
    },
    async take(choices) {
      if (report === undefined || busy !== undefined) return;
      setBusy('taking');
      setError(undefined);
      try {
        const { folder, fingerprint } = report;
        setResult(await client.call('adopt.take', { folder, fingerprint, interfaces, ...choices }));
        const { loadHome, loadSystems, loadWfm, forgetHistory } = useStore.getState();
        // What was done before was done to other files.
        forgetHistory();
        forgetScripts();
        void loadHome();
        void loadSystems();
        void loadWfm();
      } catch (thrown) {
        setError(errorShape(thrown));
      } finally {
        setBusy(undefined);
      }
    },
    forget() {
      turn.current += 1;
      setBusy(undefined);
      setReport(undefined);
      setError(undefined);
      setInterfaces({});
    },
  };
}
