import { NativeSelect } from '@mantine/core';
import { staffRolesOf } from '../../../shared/domain/account/role-set.ts';
import { Role } from '../../../shared/domain/account/role.ts';
import { COUNTIES } from '../../../shared/domain/school/county.ts';
import { useText } from '../../bridge/text.ts';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import { CheckRows } from '../../ui/form/option-rows.tsx';
import { toggleCode } from '../../ui/form/toggle-code.ts';
import type { Typed } from '../../ui/form/use-typed.ts';
import type { Entries } from './entries.ts';
import { SchoolField } from './school-field.tsx';
import css from './register.module.css';

/** 縣市 → 學校 → 帳號類別: each offers what the one before allows. */
export function SchoolFields({ typed }: { readonly typed: Typed<Entries> }) {
  const t = useText();
  const { values, change, problemOf, leave } = typed;
  const { way, county, school } = values;
  const chooseSchool = (chosen: Entries['school']): void => {
    const offered = chosen === null ? [] : staffRolesOf(chosen);
    change({ school: chosen, roles: values.roles.filter((role) => offered.includes(role)) });
  };
  return (
    <>
      <div className={css['pairs']}>
        <div data-field="county" onBlur={() => leave('county')}>
          <FieldFrame
            label={t('register.county')}
            hint={t('register.countyHint')}
            required
            problem={problemOf('county')}
          >
            {(wiring) => (
              <NativeSelect
                id={wiring.id}
                data={[{ value: '', label: t('register.choose') }, ...COUNTIES]}
                value={county}
                error={wiring.invalid}
                aria-required
                attributes={{ input: wiring.aria }}
                onChange={(event) => change({ county: event.currentTarget.value, school: null, roles: [] })}
              />
            )}
          </FieldFrame>
        </div>
        <SchoolField
          key={`${county} ${way}`}
          county={county}
          school={school}
          onSchool={chooseSchool}
          fits={({ regimes }) => way === 'staff' || regimes.includes('senior-high')}
          problem={problemOf('school')}
          onLeave={() => leave('school')}
        />
      </div>
      {way === 'staff' ? <RoleRows typed={typed} /> : null}
    </>
  );
}

/** 帳號類別: the offices that the school has, one or more. */
function RoleRows({ typed }: { readonly typed: Typed<Entries> }) {
  const t = useText();
  const { values, change, problemOf } = typed;
  const offered = values.school === null ? [] : staffRolesOf(values.school);
  const toggle = (code: string): void =>
    change({ roles: Role.array().parse(toggleCode(values.roles, code, undefined)) });
  return (
    <div data-field="roles">
      <FieldFrame
        label={t('register.roles')}
        hint={t(values.school === null ? 'register.schoolFirst' : 'register.rolesHint')}
        required
        problem={problemOf('roles')}
        group
      >
        {(wiring) => (
          <div role="group" aria-labelledby={wiring.labelId} aria-describedby={wiring.described}>
            <CheckRows
              options={offered.map((code) => ({ code, label: t(`role.${code}`) }))}
              values={values.roles}
              described={wiring.described}
              invalid={wiring.invalid}
              onToggle={toggle}
            />
          </div>
        )}
      </FieldFrame>
    </div>
  );
}
