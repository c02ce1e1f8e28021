import type { Role } from '../../../shared/domain/account/role.ts';
import { useText } from '../../bridge/text.ts';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import { LineField } from '../../ui/form/line-field.tsx';
import { CheckRows, RadioRows } from '../../ui/form/option-rows.tsx';
import type { AccountEdit } from './use-account-edit.ts';
import css from './account-management.module.css';

interface Props {
  readonly edit: AccountEdit;
  /** 帳號類別 to choose from. */
  readonly roles: readonly Role[];
}

/** The fields that `may` allows; the rest stands among the facts. */
export function AccountFields({ edit, roles }: Props) {
  const t = useText();
  const { base, form, change } = edit;
  const { may } = base;
  const line = (field: 'account' | 'name' | 'email' | 'phone', inputMode: 'text' | 'email' | 'tel') => (
    <LineField
      id={field}
      label={t(`accounts.column.${field}`)}
      required
      inputMode={inputMode}
      value={form.values[field]}
      problem={form.problemOf(field)}
      onChange={(text) => change({ [field]: text })}
      onLeave={() => form.leave(field)}
    />
  );
  return (
    <div className={css['fields']}>
      {may.editIdentity ? line('name', 'text') : null}
      {may.editIdentity ? line('account', 'text') : null}
      {may.editContact ? line('email', 'email') : null}
      {may.editContact ? line('phone', 'tel') : null}
      {may.editRoles ? <RolesField edit={edit} roles={roles} /> : null}
      {may.enable || may.disable ? <StatusField edit={edit} /> : null}
    </div>
  );
}

function RolesField({ edit, roles }: Props) {
  const t = useText();
  const { values } = edit.form;
  const shown = [...roles, ...values.roles.filter((role) => !roles.includes(role))];
  return (
    <div className={css['whole']} data-field="roles">
      <FieldFrame
        group
        label={t('accounts.column.roles')}
        hint={t('accounts.rolesHint')}
        required
        problem={edit.form.problemOf('roles')}
      >
        {(wiring) => (
          <div role="group" aria-labelledby={wiring.labelId} aria-describedby={wiring.described}>
            <CheckRows
              options={shown.map((code) => ({ code, label: t(`role.${code}`) }))}
              values={values.roles}
              described={wiring.described}
              invalid={wiring.invalid}
              onToggle={(code) => {
                edit.change({
                  roles: shown.filter((role) => values.roles.includes(role) !== (role === code)),
                });
                edit.form.leave('roles');
              }}
            />
          </div>
        )}
      </FieldFrame>
    </div>
  );
}

function StatusField({ edit }: Pick<Props, 'edit'>) {
  const t = useText();
  return (
    <div className={css['whole']} data-field="status">
      <FieldFrame
        group
        label={t('accounts.status')}
        hint={undefined}
        required
        problem={edit.form.problemOf('status')}
      >
        {(wiring) => (
          <RadioRows
            options={(['enable', 'disable'] as const).map((code) => ({
              code,
              label: t(`accounts.status.${code}`),
            }))}
            value={edit.form.values.status}
            required
            wiring={wiring}
            onChoose={(code) => edit.change({ status: code === 'disable' ? 'disable' : 'enable' })}
          />
        )}
      </FieldFrame>
    </div>
  );
}
