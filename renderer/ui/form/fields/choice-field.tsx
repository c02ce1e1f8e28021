import { Select } from '@mantine/core';
import { choiceCodes } from '../../../../shared/forms/options.ts';
import { useText } from '../../../bridge/text.ts';
import { FieldFrame } from '../field-frame.tsx';
import { oneOf, type FieldProps } from '../field-props.ts';
import classes from '../form.module.css';
import { RadioRows } from '../option-rows.tsx';

/** Up to this many options stand as rows; more are searched for. */
const ROWS_MAX = 12;

/** One code of a table: rows, or a list to search where there are many. */
export function ChoiceField(props: FieldProps<'choice'>) {
  const t = useText();
  const { field, api, required, change } = props;
  const value = oneOf(props.value);
  const options = choiceCodes(field, api.category).map((code) => ({
    code,
    label: t(`${field.table}.${code}`),
  }));
  const many = options.length > ROWS_MAX;
  return (
    <FieldFrame {...props} group={!many}>
      {(wiring) =>
        many ? (
          <Select
            id={wiring.id}
            data={options.map(({ code, label }) => ({ value: code, label }))}
            value={value === '' ? null : value}
            searchable
            clearable={!required}
            allowDeselect={false}
            openOnFocus={false}
            nothingFoundMessage={t('form.nothingFound')}
            comboboxProps={{ withinPortal: false }}
            withScrollArea={false}
            classNames={{ options: classes['options'] ?? '' }}
            error={wiring.invalid}
            aria-required={required}
            attributes={{ input: wiring.aria }}
            onChange={(code) => change(code ?? '')}
          />
        ) : (
          <RadioRows options={options} value={value} required={required} wiring={wiring} onChoose={change} />
        )
      }
    </FieldFrame>
  );
}
