import { Textarea } from '@mantine/core';
import { countCharacters } from '../../../../shared/domain/plain-text/count.ts';
import { useText } from '../../../bridge/text.ts';
import { FieldFrame } from '../field-frame.tsx';
import { oneOf, type FieldProps } from '../field-props.ts';
import classes from '../form.module.css';
import { useInvisibleNotice } from '../invisible-notice.ts';

/** Several lines with a live count, counted as central counts (security 7.11). Nothing is cut. */
export function LongTextField(props: FieldProps<'longText'>) {
  const t = useText();
  const text = oneOf(props.value);
  const notice = useInvisibleNotice(text);
  const used = countCharacters(text);
  const { max } = props.field;
  return (
    <FieldFrame
      {...props}
      notice={notice}
      counter={
        <span className={used > max ? classes['over'] : undefined}>{t('form.counter', { used, max })}</span>
      }
    >
      {(wiring) => (
        <Textarea
          id={wiring.id}
          value={text}
          rows={5}
          resize="vertical"
          error={wiring.invalid}
          aria-required={props.required}
          attributes={{ input: wiring.aria }}
          onChange={(event) => props.change(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
