import { useRef, useState } from 'react';
import type { Failure, FieldFailure } from '../../../shared/failure.ts';
import { useOperationId } from '../../bridge/new-id.ts';
import { useCoreAct } from '../../bridge/queries.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { useRenew } from '../../bridge/renew.ts';
import { useTyped } from '../../ui/form/use-typed.ts';
import { checkEntries, NOTHING, roleChangeOf, type Entries } from './entries.ts';

/** Failures of single fields, as this page names them. */
function fieldsOf({ code, detail, fields = [] }: Failure): readonly FieldFailure[] {
  if (code !== 'FILE_REFUSED') return fields;
  return [{ path: String(detail?.['kind']), code: `fileProblem.${detail?.['reason']}` }];
}

/**
 * 提交申請 of a change of the 主通. Whatever central answers, what was chosen and picked stays, also while
 * one looks at a case of the 移交清單.
 */
export function useRoleChange(transfer: boolean) {
  const [reviewing, setReviewing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [kept, keep] = useRemembered<Entries>('roleChange.entries', () => NOTHING);
  const typed = useTyped<Entries>(kept, (entries) => checkEntries(entries, transfer));
  const request = useOperationId();
  const { act, busy } = useCoreAct('roleChange.create');
  const renew = useRenew();
  const root = useRef<HTMLDivElement>(null);

  const change = (patch: Partial<Entries>): void => {
    typed.change(patch);
    keep({ ...typed.values, ...patch });
  };
  const review = (): void => {
    setFailure(null);
    if (typed.passes()) setReviewing(true);
  };
  const submit = async (): Promise<void> => {
    const result = await act(roleChangeOf(typed.values, request.current(), transfer));
    if (result.ok) {
      keep(NOTHING);
      // The sheet goes together with the form, so that the focus goes to the title and not to what is gone.
      await renew('roleChange.get', 'request.list');
      request.renew();
      setReviewing(false);
      return;
    }
    setReviewing(false);
    const atField = typed.refuse(fieldsOf(result.failure));
    setFailure(atField ? null : result.failure);
  };
  const stopReview = (): void => setReviewing(false);
  return { typed: { ...typed, change }, root, failure, busy, reviewing, review, stopReview, submit };
}

export type RoleChange = ReturnType<typeof useRoleChange>;
