import { VisuallyHidden } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { checkSentence } from '../../bridge/failure-text.ts';
import { useText } from '../../bridge/text.ts';
import classes from './form.module.css';
import type { FieldKind, FieldProps } from './field-props.ts';

/** Ids that tie a control to its label, hint and message. */
export interface Wiring {
  readonly id: string;
  readonly labelId: string;
  readonly described: string;
  readonly invalid: boolean;
  /** For Mantine's inputs, which take these only as attributes of their inner input. */
  readonly aria: Readonly<Record<string, string | boolean>>;
}

interface Props extends Pick<FieldProps<FieldKind>, 'label' | 'hint' | 'required' | 'problem'> {
  /** True: several controls under one label, which then is no `<label>`. */
  readonly group?: boolean;
  /** Told calmly below the field, e.g. what was removed. */
  readonly notice?: string | undefined;
  /** The live count of a long text. */
  readonly counter?: ReactNode;
  readonly children: (wiring: Wiring) => ReactNode;
}

/** Label above, hint before, control, one line for what is to be said about it. */
export function FieldFrame({ label, hint, required, problem, group, notice, counter, children }: Props) {
  const t = useText();
  const id = useId();
  const ids = { label: `${id}-label`, hint: `${id}-hint`, message: `${id}-message` };
  const described = hint === undefined ? ids.message : `${ids.hint} ${ids.message}`;
  const invalid = problem !== undefined;
  const content = (
    <>
      {label}
      {required && (
        <>
          <span aria-hidden="true" className={classes['star']}>
            {' *'}
          </span>
          <VisuallyHidden>{t('form.required')}</VisuallyHidden>
        </>
      )}
    </>
  );
  return (
    <div className={classes['frame']}>
      {group === true ? (
        <span id={ids.label} className={classes['label']}>
          {content}
        </span>
      ) : (
        <label id={ids.label} htmlFor={id} className={classes['label']}>
          {content}
        </label>
      )}
      {hint !== undefined && (
        <p id={ids.hint} className={classes['hint']}>
          {hint}
        </p>
      )}
      {children({
        id,
        labelId: ids.label,
        described,
        invalid,
        aria: { 'aria-describedby': described, 'aria-invalid': invalid },
      })}
      <div className={classes['message']} data-wrong={problem === undefined ? undefined : true}>
        <span id={ids.message} role={problem === undefined ? 'status' : 'alert'}>
          {problem === undefined ? notice : checkSentence(t, problem, label)}
        </span>
        {counter !== undefined && <span className={classes['counter']}>{counter}</span>}
      </div>
    </div>
  );
}
