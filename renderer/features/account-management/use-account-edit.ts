import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contract/account-shapes.ts';
import type { School } from '../../../shared/domain/school/school.ts';
import type { Failure } from '../../../shared/failure.ts';
import { askCore, useCoreAct } from '../../bridge/queries.ts';
import { useRemembered } from '../../bridge/remembered.ts';
import { useRenew } from '../../bridge/renew.ts';
import { useTyped, type Typed } from '../../ui/form/use-typed.ts';
import {
  changedFields,
  onlyChanged,
  problemsOf,
  updateOf,
  valuesOf,
  type EditField,
  type EditValues,
} from './edit-values.ts';

export interface AccountEdit {
  /** The account as it was last read; the update is made on its revision. */
  readonly base: AccountDetail;
  readonly form: Typed<EditValues>;
  readonly changed: readonly EditField[];
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly change: (patch: Partial<EditValues>) => void;
  /** Everything as it is stored again. */
  readonly undo: () => void;
  /** Reads the account anew; what was typed stays. */
  readonly reload: () => Promise<void>;
  /** Sends 更新. True when it is done. */
  readonly send: () => Promise<boolean>;
}

/**
 * The editing of one account. What is typed is kept until it is sent or undone, also when the sheet is
 * closed; after a conflict it lies over the account as it is now.
 */
export function useAccountEdit(
  detail: AccountDetail,
  school: Pick<School, 'regimes'> | null | undefined,
): AccountEdit {
  const [base, setBase] = useState(detail);
  const [kept, keep] = useRemembered<Partial<EditValues>>(`accounts.typed.${detail.accountId}`, () => ({}));
  const [failure, setFailure] = useState<Failure | null>(null);
  const { act, busy } = useCoreAct('account.update');
  const renew = useRenew();
  const stored = valuesOf(base);
  const form = useTyped<EditValues>({ ...stored, ...kept }, (values) => problemsOf(stored, values, school));

  const change = (patch: Partial<EditValues>): void => {
    form.change(patch);
    keep(onlyChanged(stored, { ...form.values, ...patch }));
  };
  const reload = async (): Promise<void> => {
    const typed = onlyChanged(stored, form.values);
    const fresh = await askCore('account.get', { accountId: base.accountId }).catch((reason: unknown) => {
      // What askCore rejects with is the Failure of the door.
      setFailure(reason as Failure);
      return null;
    });
    if (fresh === null) return;
    setBase(fresh);
    setFailure(null);
    form.change({ ...valuesOf(fresh), ...typed });
  };
  return {
    base,
    form,
    changed: changedFields(stored, form.values),
    failure,
    busy,
    change,
    undo: () => {
      form.change(stored);
      keep({});
      setFailure(null);
    },
    reload,
    send: async () => {
      setFailure(null);
      const result = await act(updateOf(base, stored, form.values));
      if (!result.ok) {
        form.refuse(result.failure.fields ?? []);
        setFailure(result.failure);
        return false;
      }
      keep({});
      await renew('account.list', 'account.get', 'audit.list', 'roleChange.get');
      return true;
    },
  };
}
