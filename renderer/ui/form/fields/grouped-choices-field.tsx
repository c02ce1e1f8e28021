import { Badge } from '@mantine/core';
import { textOf } from '../../../../shared/forms/values.ts';
import { useText } from '../../../bridge/text.ts';
import { FieldFrame } from '../field-frame.tsx';
import { manyOf, type FieldProps } from '../field-props.ts';
import classes from '../form.module.css';
import { CheckRows } from '../option-rows.tsx';
import { toggleCode } from '../toggle-code.ts';

/** Check rows under headings; the group of the main cause is marked, 「其他」 opens its text in place. */
export function GroupedChoicesField(props: FieldProps<'groupedChoices'>) {
  const t = useText();
  const { field, api, change, draw } = props;
  const codes = manyOf(props.value);
  const main = textOf(api.values, field.mainGroupField);
  const under = (code: string) => {
    const other = field.other[code];
    return other === undefined ? null : <div className={classes['other']}>{draw(other)}</div>;
  };
  return (
    <FieldFrame {...props} group>
      {(wiring) => (
        <div role="group" aria-labelledby={wiring.labelId} aria-describedby={wiring.described}>
          {Object.entries(field.groups).map(([group, members]) => (
            <fieldset key={group} className={classes['group']}>
              <legend className={classes['groupTitle']}>
                {t(`${field.groupTable}.${group}`)}
                {group === main && (
                  <Badge variant="light" tt="none">
                    {t('form.mainGroup')}
                  </Badge>
                )}
              </legend>
              <CheckRows
                options={members.map((code) => ({ code, label: t(`${field.table}.${code}`) }))}
                values={codes}
                described={wiring.described}
                invalid={wiring.invalid}
                onToggle={(code) => change(toggleCode(codes, code, undefined))}
                under={under}
              />
            </fieldset>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
