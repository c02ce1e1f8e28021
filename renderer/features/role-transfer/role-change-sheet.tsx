import { useText } from '../../bridge/text.ts';
import { ConsequenceBody } from '../../ui/act-sheet/consequence-body.tsx';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import type { Mine, Successor } from './entries.ts';
import type { RoleChange } from './use-role-change.ts';

interface Props {
  readonly change: RoleChange;
  readonly mine: Mine;
  readonly successor: Pick<Successor, 'name' | 'email'>;
  readonly transfer: boolean;
}

/** Before 提交申請: who decides, what becomes of the old account, which letter has to be sent. */
export function RoleChangeSheet({ change, mine, successor, transfer }: Props) {
  const t = useText();
  return (
    <Dialog
      title={t(transfer ? 'roleChange.transferTitle' : 'roleChange.promotionTitle')}
      size="lg"
      onClose={change.stopReview}
    >
      <ConsequenceBody
        consequences={[
          { aspect: 'told', text: t('roleChange.told') },
          { aspect: 'locks', text: t(transfer ? 'roleChange.locks' : 'roleChange.locksOther') },
          {
            aspect: 'follows',
            text: t('roleChange.follows', { name: successor.name, email: successor.email }),
          },
          { aspect: 'paper', text: t(`roleChange.letter.${mine.school.jurisdiction}`) },
        ]}
        verb={t('register.submit')}
        lock={null}
        busy={change.busy}
        failure={null}
        onAct={() => void change.submit()}
        onClose={change.stopReview}
      />
    </Dialog>
  );
}
