import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { PublicSchool } from '../../../shared/contract/account-shapes.ts';
import type { FieldFailure } from '../../../shared/failure.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useText } from '../../bridge/text.ts';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import form from '../../ui/form/form.module.css';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';

/** Typing pauses this long before the service is asked. */
const PAUSE_MS = 250;

interface Props {
  /** Empty: not chosen yet. */
  readonly county: string;
  readonly school: PublicSchool | null;
  readonly onSchool: (school: PublicSchool | null) => void;
  /** Which schools of the county can be chosen. */
  readonly fits: (school: PublicSchool) => boolean;
  readonly problem: FieldFailure | undefined;
  readonly onLeave: () => void;
}

/** 學校 of a 縣市, looked for by name or code while one types. */
export function SchoolField({ county, school, onSchool, fits, problem, onLeave }: Props) {
  const t = useText();
  const nameOf = ({ name, code }: PublicSchool) => t('settings.schoolNamed', { name, code });
  const [search, setSearch] = useState(school === null ? '' : nameOf(school));
  const typed = school !== null && search === nameOf(school) ? '' : search.trim().slice(0, 60);
  const [text] = useDebouncedValue(typed, PAUSE_MS);
  const { data, error, refetch } = useCoreQuery(
    'school.find',
    { county, text },
    { enabled: county !== '', keepPrevious: true },
  );
  // While the answer for another county is on its way, the old one must not be offered.
  const found = (data?.schools ?? []).filter((one) => one.county === county && fits(one));
  const chosenToo = school === null || found.some(({ id }) => id === school.id) ? found : [school, ...found];
  return (
    <div data-field="school" onBlur={onLeave}>
      <FieldFrame
        label={t('register.school')}
        hint={t('register.schoolHint')}
        required
        problem={problem}
        notice={data?.more === true && school === null ? t('register.moreSchools') : undefined}
      >
        {(wiring) => (
          <Select
            id={wiring.id}
            data={chosenToo.map((one) => ({ value: one.id, label: nameOf(one) }))}
            value={school?.id ?? null}
            onChange={(id) => onSchool(chosenToo.find((one) => one.id === id) ?? null)}
            searchable
            searchValue={search}
            onSearchChange={setSearch}
            filter={({ options }) => options}
            disabled={county === ''}
            placeholder={t(county === '' ? 'register.countyFirst' : 'register.schoolPlaceholder')}
            allowDeselect={false}
            openOnFocus={false}
            nothingFoundMessage={t('register.noSchool')}
            comboboxProps={{ withinPortal: false }}
            withScrollArea={false}
            classNames={{ options: form['options'] ?? '' }}
            error={wiring.invalid}
            aria-required
            attributes={{ input: wiring.aria }}
            autoComplete="off"
          />
        )}
      </FieldFrame>
      {error === null ? null : <AccountFailure failure={error} retry={() => void refetch()} />}
    </div>
  );
}
