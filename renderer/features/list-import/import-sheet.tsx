import type { ImportKind } from '../../../shared/domain/import/heads.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useText } from '../../bridge/text.ts';
import { ConsequenceBody } from '../../ui/act-sheet/consequence-body.tsx';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import type { Fate } from './fates.ts';

interface Props {
  readonly kind: ImportKind;
  readonly counts: Readonly<Record<Fate, number>>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onImport: () => void;
  readonly onClose: () => void;
}

/** Before the lines are written: who gets a mail, and what is left out. */
export function ImportSheet({ kind, counts, busy, failure, onImport, onClose }: Props) {
  const t = useText();
  const { create, update, refuse } = counts;
  return (
    <Dialog size="lg" title={t('imports.sheet', { kind: t(`imports.kind.${kind}`) })} onClose={onClose}>
      <ConsequenceBody
        consequences={[
          { aspect: 'told', text: t(`imports.told.${kind}`, { create }) },
          { aspect: 'follows', text: t('imports.follows', { create, update }) },
        ]}
        verb={t('imports.import', { count: create + update })}
        lock={null}
        busy={busy}
        failure={null}
        onAct={onImport}
        onClose={onClose}
      >
        {refuse > 0 ? t('imports.leftOut', { refuse }) : null}
        {failure === null ? null : <AccountFailure failure={failure} />}
      </ConsequenceBody>
    </Dialog>
  );
}
