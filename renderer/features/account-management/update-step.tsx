import { useText } from '../../bridge/text.ts';
import { ConsequenceStep } from '../../ui/act-sheet/consequence-step.tsx';
import { consequencesOfUpdate, kindOfUpdate } from './account-consequences.ts';
import { valuesOf, valueWords } from './edit-values.ts';
import type { AccountEdit } from './use-account-edit.ts';
import css from './account-management.module.css';

interface Props {
  readonly edit: AccountEdit;
  readonly onUpdate: () => void;
  readonly onBack: () => void;
}

/** What changes, from what to what, and what comes of it. */
export function UpdateStep({ edit, onUpdate, onBack }: Props) {
  const t = useText();
  const { base, form, changed } = edit;
  const stored = valuesOf(base);
  return (
    <ConsequenceStep
      consequences={consequencesOfUpdate(t, base, changed, form.values)}
      verb={t(`accounts.verb.${kindOfUpdate(changed, form.values)}`)}
      lock={null}
      busy={edit.busy}
      failure={null}
      onAct={onUpdate}
      onClose={onBack}
    >
      <table className={css['changes']}>
        <thead>
          <tr>
            <th scope="col">{t('accounts.change.field')}</th>
            <th scope="col">{t('accounts.change.before')}</th>
            <th scope="col">{t('accounts.change.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((field) => (
            <tr key={field}>
              <th scope="row">{t(field === 'status' ? 'accounts.status' : `accounts.column.${field}`)}</th>
              <td>{valueWords(t, field, stored)}</td>
              <td>{valueWords(t, field, form.values)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ConsequenceStep>
  );
}
