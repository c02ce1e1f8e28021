import { useState } from 'react';
import type { AccountDetail } from '../../../shared/contract/account-shapes.ts';
import { staffRolesOf } from '../../../shared/domain/account/role-set.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { goodNews } from '../../ui/toast/toast.ts';
import { kindOfUpdate } from './account-consequences.ts';
import { EditStep } from './edit-step.tsx';
import { MailStep, type MailAct } from './mail-step.tsx';
import { UpdateStep } from './update-step.tsx';
import { useAccountEdit } from './use-account-edit.ts';

interface Props {
  readonly detail: AccountDetail;
  readonly onClose: () => void;
}

/** First the data, then what will come of the change, then it is done. */
export function AccountSteps({ detail, onClose }: Props) {
  const t = useText();
  const { account } = useSession();
  const school = useSchool(detail);
  const edit = useAccountEdit(detail, school);
  const [step, setStep] = useState<'edit' | 'update' | MailAct>('edit');
  const back = (): void => setStep('edit');
  if (step === 'edit') {
    return (
      <EditStep
        edit={edit}
        roles={school === null || school === undefined ? [] : staffRolesOf(school)}
        self={account?.accountId === detail.accountId}
        onUpdate={() => setStep('update')}
        onMail={setStep}
        onClose={onClose}
      />
    );
  }
  if (step === 'update') {
    const update = async (): Promise<void> => {
      const kind = kindOfUpdate(edit.changed, edit.form.values);
      if (!(await edit.send())) return back();
      goodNews(t(`accounts.done.${kind}`, { name: edit.form.values.name }));
      onClose();
    };
    return <UpdateStep edit={edit} onUpdate={() => void update()} onBack={back} />;
  }
  return <MailStep detail={edit.base} act={step} onBack={back} onDone={onClose} />;
}

/** The school whose offices the account can hold; null for an officer, undefined while it is not known. */
function useSchool(detail: AccountDetail) {
  const { account } = useSession();
  const own = account?.school;
  const isOwn = own != null && own.id === detail.school?.id;
  const unit = useCoreQuery(
    'unit.get',
    { schoolId: detail.school?.id ?? null },
    { enabled: detail.school !== null && !isOwn },
  );
  if (detail.school === null) return null;
  return isOwn ? own : unit.data;
}
