import { useRef, useState } from 'react';
import type { Failure, FieldFailure } from '../../../shared/failure.ts';
import { useOperationId } from '../../bridge/new-id.ts';
import { useCoreAct, type CoreOutput } from '../../bridge/queries.ts';
import { useCaptcha } from '../../ui/entry/use-captcha.ts';
import { focusField } from '../../ui/form/focus-field.ts';
import { useTyped } from '../../ui/form/use-typed.ts';
import { checkEntries, NOTHING_TYPED, registrationOf, type Entries } from './entries.ts';

export type Registered = CoreOutput<'registration.create'>;

/** Where the focus goes after a failure that one field can mend. */
const MENDED_AT: Partial<Record<Failure['code'], keyof Entries>> = {
  WRONG_CAPTCHA: 'captcha',
  ACCOUNT_TAKEN: 'account',
  PRIMARY_EXISTS: 'school',
  FILE_REFUSED: 'file',
};

/** Names of central's fields on this page. */
const HERE: Readonly<Record<string, keyof Entries>> = {
  schoolId: 'school',
  files: 'file',
  captchaAnswer: 'captcha',
};

/** Failures of single fields, as this page names them. */
function fieldsOf({ code, detail, fields = [] }: Failure): readonly FieldFailure[] {
  if (code === 'FILE_REFUSED') return [{ path: 'file', code: `fileProblem.${detail?.['reason']}` }];
  if (code === 'PRIMARY_EXISTS') return [{ path: 'school', code: 'primaryExists' }];
  return fields.map((field) => ({ ...field, path: HERE[field.path] ?? field.path }));
}

/**
 * The page 註冊. Whatever central answers, what was typed and picked stays; only the captcha is renewed,
 * because each is good for one try. The id of the application is chosen when the page opens, so a
 * double click, or a second try after a lost answer, is one application.
 */
export function useRegister() {
  const [reviewing, setReviewing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<Registered | null>(null);
  const captcha = useCaptcha();
  const offline = captcha.error !== null;
  const typed = useTyped<Entries>(NOTHING_TYPED, (entries) =>
    checkEntries(entries).filter(({ path }) => !offline || path !== 'captcha'),
  );
  const request = useOperationId();
  const { act, busy } = useCoreAct('registration.create');
  const root = useRef<HTMLDivElement>(null);

  /** 提交申請: with everything right it shows what follows. */
  const review = (): void => {
    setFailure(null);
    if (!typed.passes()) return;
    if (offline) void captcha.refetch();
    else if (captcha.data !== undefined) setReviewing(true);
  };
  const submit = async (): Promise<void> => {
    const input = registrationOf(typed.values, request.current(), captcha.data?.captchaId ?? '');
    if (input === null) return;
    const result = await act(input);
    setReviewing(false);
    if (result.ok) {
      setDone(result.value);
      return;
    }
    typed.change({ captcha: '' });
    void captcha.refetch();
    const atField = typed.refuse(fieldsOf(result.failure));
    setFailure(result.failure.code === 'FORM_INVALID' && atField ? null : result.failure);
    const mendedAt = MENDED_AT[result.failure.code];
    // After the sheet has given the focus back.
    if (mendedAt !== undefined) setTimeout(() => focusField(root.current, mendedAt), 50);
  };
  return {
    typed,
    captcha,
    root,
    failure,
    done,
    busy,
    reviewing,
    review,
    stopReview: () => setReviewing(false),
    submit,
  };
}

export type Register = ReturnType<typeof useRegister>;
