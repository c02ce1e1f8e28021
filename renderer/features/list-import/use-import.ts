import { useRef, useState } from 'react';
import type { ImportRow } from '../../../shared/contract/account-shapes.ts';
import type { ImportKind } from '../../../shared/domain/import/heads.ts';
import type { SheetProblem } from '../../../shared/domain/import/sheet.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useOperationId } from '../../bridge/new-id.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useRenew } from '../../bridge/renew.ts';
import { readList, type PickedList } from './read-list.ts';

/** Where an import stands: nothing picked, being read or judged, judged line by line, or written. */
export type ImportState =
  | { readonly step: 'none' }
  | { readonly step: 'checking'; readonly name: string }
  | { readonly step: 'unread'; readonly name: string; readonly problem: SheetProblem }
  | { readonly step: 'refused'; readonly list: PickedList; readonly failure: Failure }
  | { readonly step: 'judged' | 'done'; readonly list: PickedList; readonly rows: readonly ImportRow[] };

/** One file at a time: first judged without changing anything, then written once. */
export function useImport() {
  const [kind, setKind] = useState<ImportKind>('schools');
  const [state, setState] = useState<ImportState>({ step: 'none' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const operation = useOperationId();
  const { act: write, busy } = useCoreAct('list.import');
  const judge = useCoreAct('list.import');
  const renew = useRenew();
  const turn = useRef(0);

  const check = async (wanted: ImportKind, list: PickedList): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    setState({ step: 'checking', name: list.name });
    operation.renew();
    const result = await judge.act({ ...list, importId: operation.current(), kind: wanted, dryRun: true });
    // Somebody who picked again meanwhile means the later one.
    if (mine !== turn.current) return;
    setState(
      result.ok
        ? { step: 'judged', list, rows: result.value.rows }
        : { step: 'refused', list, failure: result.failure },
    );
  };
  const pick = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    setFailure(null);
    setState({ step: 'checking', name: file.name });
    const read = await readList(file);
    if (mine !== turn.current) return;
    if (read.ok) await check(kind, read.value);
    else setState({ step: 'unread', name: file.name, problem: read.code });
  };
  return {
    kind,
    state,
    failure,
    busy,
    pick,
    choose: (wanted: ImportKind): void => {
      setKind(wanted);
      setFailure(null);
      turn.current += 1;
      setState({ step: 'none' });
    },
    again: (): void => {
      if (state.step === 'refused') void check(kind, state.list);
    },
    send: async (): Promise<boolean> => {
      if (state.step !== 'judged') return false;
      setFailure(null);
      const result = await write({ ...state.list, importId: operation.current(), kind, dryRun: false });
      if (!result.ok) {
        setFailure(result.failure);
        return false;
      }
      setState({ step: 'done', list: state.list, rows: result.value.rows });
      await renew('account.list', 'account.get', 'unit.get', 'audit.list');
      return true;
    },
  };
}
