import { Button, Group } from '@mantine/core';
import type { AccountPaper } from '../../../shared/contract/account-paper.ts';
import { useText } from '../../bridge/text.ts';
import { EntryCaptcha } from '../../ui/entry/entry-captcha.tsx';
import { FieldFrame } from '../../ui/form/field-frame.tsx';
import { focusField } from '../../ui/form/focus-field.ts';
import { RadioRows } from '../../ui/form/option-rows.tsx';
import { ProblemList } from '../../ui/form/problem-list.tsx';
import { SubmitForm } from '../../ui/form/submit-form.tsx';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { FileField } from '../../ui/upload/file-field.tsx';
import { paperPersonOf, WAYS, type Way } from './entries.ts';
import { PersonFields } from './person-fields.tsx';
import { SchoolFields } from './school-fields.tsx';
import type { Register } from './use-register.ts';
import css from './register.module.css';

interface Props {
  readonly register: Register;
  readonly onPaper: (paper: AccountPaper) => void;
  readonly onBack: () => void;
}

/** One column from the kind of application to 提交申請. */
export function RegisterForm({ register, onPaper, onBack }: Props) {
  const t = useText();
  const { typed, captcha, root, failure, review } = register;
  const { values, change, problemOf } = typed;
  const primary = values.way === 'primary';
  const chooseWay = (way: Way): void => {
    const keeps = way === 'staff' || values.school?.regimes.includes('senior-high') === true;
    change({ way, ...(keeps ? {} : { school: null }) });
  };
  return (
    <SubmitForm label={t('register.title')} onSubmit={review}>
      <div ref={root} className={css['form']}>
        {typed.attempt > 0 ? (
          <ProblemList
            problems={typed.problems}
            labelOf={(path) => t(`register.${path}`)}
            attempt={typed.attempt}
            onOpen={(path) => focusField(root.current, path)}
          />
        ) : null}
        <div className={css['ways']}>
          <FieldFrame label={t('register.way')} hint={undefined} required problem={undefined} group>
            {(wiring) => (
              <RadioRows
                options={WAYS.map((code) => ({ code, label: t(`requestKind.${code}`) }))}
                value={values.way}
                required
                wiring={wiring}
                onChoose={(code) => chooseWay(code === 'primary' ? 'primary' : 'staff')}
              />
            )}
          </FieldFrame>
        </div>
        <p className={css['purpose']}>{t(`register.purpose.${values.way}`)}</p>
        {primary ? <PrimaryPapers register={register} onPaper={onPaper} /> : null}
        <SchoolFields typed={typed} />
        <PersonFields typed={typed} />
        {primary ? (
          <FileField
            id="file"
            label={t('register.file')}
            hint={t('register.fileHint')}
            required
            file={values.file}
            onFile={(file) => change({ file })}
            problem={problemOf('file')}
          />
        ) : null}
        <EntryCaptcha
          captcha={captcha}
          answer={values.captcha}
          onAnswer={(text) => change({ captcha: text })}
          problem={problemOf('captcha')}
        />
        {failure === null ? null : <AccountFailure failure={failure} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('register.back')}
          </Button>
          <Button type="submit">{t('register.submit')}</Button>
        </Group>
      </div>
    </SubmitForm>
  );
}

/** The paper comes first: it is filled, stamped, scanned and then picked below [A:113–119]. */
function PrimaryPapers({ register, onPaper }: Pick<Props, 'register' | 'onPaper'>) {
  const t = useText();
  const filled = (): void => onPaper({ form: 'accountForm', person: paperPersonOf(register.typed.values) });
  return (
    <Group>
      <Button variant="default" onClick={() => onPaper({ form: 'accountForm', person: null })}>
        {t('register.printBlank')}
      </Button>
      <Button variant="default" onClick={filled}>
        {t('register.printFilled')}
      </Button>
    </Group>
  );
}
