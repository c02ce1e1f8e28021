import { NativeSelect } from '@mantine/core';
import { COUNTIES } from '../../../shared/domain/school/county.ts';
import { useText } from '../../bridge/text.ts';
import { DayField } from '../../ui/form/day-field.tsx';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import { LineField } from '../../ui/form/line-field.tsx';
import { RadioRows } from '../../ui/form/option-rows.tsx';
import type { Typed } from '../../ui/form/use-typed.ts';
import type { OfficerValues } from './officer-values.ts';
import css from './account-management.module.css';

interface Props {
  readonly form: Typed<OfficerValues>;
  readonly change: (patch: Partial<OfficerValues>) => void;
}

/** 帳號類別, 縣市, the person, and 文號／日期 of the letter that asks for the account. */
export function OfficerFields({ form, change }: Props) {
  const t = useText();
  const { values, problemOf, leave } = form;
  const county = values.role === 'BUREAU';
  const line = (field: 'name' | 'account' | 'email' | 'phone', inputMode: 'text' | 'email' | 'tel') => (
    <LineField
      id={field}
      label={t(`accounts.column.${field}`)}
      required
      inputMode={inputMode}
      value={values[field]}
      problem={problemOf(field)}
      onChange={(text) => change({ [field]: text })}
      onLeave={() => leave(field)}
    />
  );
  return (
    <div className={css['fields']}>
      <div className={css['whole']} data-field="role">
        <FieldFrame group label={t('accounts.column.roles')} hint={undefined} required problem={undefined}>
          {(wiring) => (
            <RadioRows
              options={(['BUREAU', 'ADMIN'] as const).map((code) => ({ code, label: t(`role.${code}`) }))}
              value={values.role}
              required
              wiring={wiring}
              onChoose={(code) => change({ role: code === 'ADMIN' ? 'ADMIN' : 'BUREAU' })}
            />
          )}
        </FieldFrame>
      </div>
      {county ? <CountyField form={form} change={change} /> : null}
      {line('name', 'text')}
      {line('account', 'text')}
      {line('email', 'email')}
      {line('phone', 'tel')}
      {county ? (
        <>
          <LineField
            id="letterNumber"
            label={t('letter.number')}
            required
            value={values.letterNumber}
            problem={problemOf('letterNumber')}
            onChange={(letterNumber) => change({ letterNumber })}
            onLeave={() => leave('letterNumber')}
          />
          <DayField
            id="letterDate"
            label={t('letter.date')}
            required
            value={values.letterDate}
            problem={problemOf('letterDate')}
            onChange={(letterDate) => change({ letterDate })}
            onLeave={() => leave('letterDate')}
          />
        </>
      ) : null}
    </div>
  );
}

function CountyField({ form, change }: Props) {
  const t = useText();
  return (
    <div data-field="county" onBlur={() => form.leave('county')}>
      <FieldFrame label={t('officer.county')} hint={undefined} required problem={form.problemOf('county')}>
        {(wiring) => (
          <NativeSelect
            id={wiring.id}
            error={wiring.invalid}
            aria-required
            attributes={{ input: wiring.aria }}
            value={form.values.county}
            data={[
              { value: '', label: t('officer.chooseCounty') },
              ...COUNTIES.map((value) => ({ value, label: value })),
            ]}
            onChange={(event) => change({ county: event.currentTarget.value })}
          />
        )}
      </FieldFrame>
    </div>
  );
}
