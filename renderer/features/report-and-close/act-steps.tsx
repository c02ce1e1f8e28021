import type { CaseView, OutboxItem } from '../../../shared/contract/core.ts';
import type { CaseAct } from '../../../shared/domain/case/action.ts';
import { findText } from '../../../shared/forms/format-value.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { useText } from '../../bridge/text.ts';
import { ConsequenceBody } from '../../ui/act-sheet/consequence-body.tsx';
import { consequencesOf } from '../../ui/act-sheet/consequences.ts';
import { Dialog } from '../../ui/act-sheet/dialog.tsx';
import type { ActDraft } from './act-draft.ts';
import { ActForm } from './act-form.tsx';
import { ActNotes } from './act-notes.tsx';
import { AfterAct } from './after-act.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly view: CaseView;
  readonly act: CaseAct;
  readonly kept: ActDraft | null;
  readonly refused: OutboxItem | undefined;
  readonly onClose: () => void;
}

/** First what will come of the act, then what came of it and what is next. */
export function ActSteps({ view, act, kept, refused, onClose }: Props) {
  const t = useText();
  const regime = REGIMES[view.row.regime];
  const work = useAct(regime, view, act, kept, refused);
  const verb = t(`action.${act}`);
  const verdict = view.row.verdicts[act];
  const failure = work.failure ?? refused?.failure ?? null;
  return (
    <Dialog
      size="lg"
      title={work.done ? t(`done.${act}`) : t('act.title', { verb, name: view.student.name })}
      onClose={onClose}
    >
      {work.done ? (
        <AfterAct view={view} act={act} onClose={onClose} />
      ) : (
        <ConsequenceBody
          consequences={consequencesOf(regime.id, act, t)}
          verb={verb}
          lock={verdict.allowed ? null : t(`lock.${verdict.reason}`)}
          busy={work.busy}
          failure={failure}
          onAct={() => void work.send()}
          onClose={onClose}
        >
          <ActNotes regime={regime} act={act} view={view} failure={failure} />
          <ActForm
            work={work}
            optionalTitle={findText(`act.${regime.id}.${act}.optional`, t) ?? t('act.optional')}
            unfold={failure?.code === 'ENROLMENT_MISMATCH'}
          />
        </ConsequenceBody>
      )}
    </Dialog>
  );
}
