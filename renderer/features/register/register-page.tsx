import { useState } from 'react';
import type { AccountPaper } from '../../../shared/contract/account-paper.ts';
import { useText } from '../../bridge/text.ts';
import { EntryCard } from '../../ui/entry/entry-card.tsx';
import { PaperDialog } from '../../ui/paper/paper-dialog.tsx';
import { isTouched } from './entries.ts';
import { LeaveSheet } from './leave-sheet.tsx';
import { RegisterDone } from './register-done.tsx';
import { RegisterForm } from './register-form.tsx';
import { RegisterSheet } from './register-sheet.tsx';
import { useRegister } from './use-register.ts';

/** 註冊 before 登入: 校內人員 and 主要通報人 [A:77–135]. Nothing typed here is kept when one leaves. */
export function RegisterPage({ onBack }: { readonly onBack: () => void }) {
  const t = useText();
  const register = useRegister();
  const [paper, setPaper] = useState<AccountPaper | null>(null);
  const [leaving, setLeaving] = useState(false);
  const { values } = register.typed;
  const dialog = paper === null ? null : <PaperDialog paper={paper} onClose={() => setPaper(null)} />;
  if (register.done !== null) {
    return (
      <EntryCard title={t('register.done')} wide focusTitle>
        <RegisterDone registered={register.done} entries={values} onPaper={setPaper} onBack={onBack} />
        {dialog}
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t('register.title')} wide focusTitle>
      <RegisterForm
        register={register}
        onPaper={setPaper}
        onBack={() => (isTouched(values) ? setLeaving(true) : onBack())}
      />
      {register.reviewing ? <RegisterSheet register={register} /> : null}
      {leaving ? <LeaveSheet onLeave={onBack} onStay={() => setLeaving(false)} /> : null}
      {dialog}
    </EntryCard>
  );
}
