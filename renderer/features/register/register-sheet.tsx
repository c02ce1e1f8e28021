import { reviewerOf } from '../../../shared/domain/account/reviewer.ts';
import { useText } from '../../bridge/text.ts';
import { ConsequenceBody } from '../../ui/act-sheet/consequence-body.tsx';
import type { Consequence } from '../../ui/act-sheet/consequences.ts';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import type { Register } from './use-register.ts';

/** Before 提交申請: who reviews it, what follows, which letter has to be sent. */
export function RegisterSheet({ register }: { readonly register: Register }) {
  const t = useText();
  const { way, school, name, email } = register.typed.values;
  if (school === null) return null;
  const reviewer = reviewerOf(way, school);
  const consequences: readonly Consequence[] = [
    { aspect: 'told', text: t(`register.reviewer.${reviewer}`, { school: school.name }) },
    { aspect: 'locks', text: t('register.locks') },
    { aspect: 'follows', text: t('register.follows', { name: name.trim(), email: email.trim() }) },
    ...(way === 'primary'
      ? [{ aspect: 'paper' as const, text: t(`register.letter.${school.jurisdiction}`) }]
      : []),
  ];
  return (
    <Dialog title={t(`requestKind.${way}`)} size="lg" onClose={register.stopReview}>
      <ConsequenceBody
        consequences={consequences}
        verb={t('register.submit')}
        lock={null}
        busy={register.busy}
        failure={null}
        onAct={() => void register.submit()}
        onClose={register.stopReview}
      />
    </Dialog>
  );
}
