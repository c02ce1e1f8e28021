import type { CaseView, TimelineItem } from '../../../shared/contract/core.ts';
import type { Action } from '../../../shared/domain/case/action.ts';
import { formOf } from '../../../shared/domain/case/judge.ts';
import { isShown } from '../../../shared/forms/condition.ts';
import { fieldLabel, formatValue } from '../../../shared/forms/format-value.ts';
import { fieldsOf } from '../../../shared/forms/form.ts';
import type { Regime } from '../../../shared/regime/regime.ts';
import type { Translate } from '../../../shared/text/index.ts';
import type { Format } from '../../bridge/text.ts';
import type { TimelineEntry } from '../../ui/timeline/timeline.tsx';
import { DeliveryWord } from '../../ui/tone/delivery-word.tsx';

/** Acts whose answers stand elsewhere on the page in full, or that have none. */
const SILENT: readonly Action[] = ['save', 'submit', 'deleteTracking'];

/** What was answered, through the same formatValue as review page and paper; long texts apart. */
function answersOf(regime: Regime, item: TimelineItem, t: Translate): Pick<TimelineEntry, 'facts' | 'words'> {
  const form = SILENT.includes(item.action) ? null : formOf(regime, item.action);
  if (form === null) return { facts: [], words: [] };
  const answered = fieldsOf(form).flatMap((field) => {
    const text = isShown(field, item.values) ? formatValue(field, item.values[field.id], t) : '';
    return text === '' ? [] : [{ kind: field.kind, label: fieldLabel(form, field, t), text }];
  });
  return {
    facts: answered.filter(({ kind }) => kind !== 'longText'),
    words: answered.filter(({ kind }) => kind === 'longText').map(({ text }) => text),
  };
}

const toEntry = (regime: Regime, item: TimelineItem, t: Translate, format: Format): TimelineEntry => ({
  id: item.opId,
  day: format.date(item.occurredAt),
  time: format.time(item.occurredAt),
  at: item.occurredAt,
  actor: t('timeline.actor', {
    name: item.actorName,
    role: item.actorRoles.map((role) => t(`role.${role}`)).join(t('value.and')),
  }),
  what: t(`done.${item.action}`),
  ...answersOf(regime, item, t),
  mark: item.delivery === 'received' ? null : <DeliveryWord delivery={item.delivery} />,
  waiting: item.delivery !== 'received',
  system: item.followed
    ? t('timeline.followed', { state: t(`state.${regime.id}.${item.stateAfter}`) })
    : null,
});

/** The log of a case as lines, in its order. */
export const timelineEntries = (
  regime: Regime,
  timeline: CaseView['timeline'],
  t: Translate,
  format: Format,
): readonly TimelineEntry[] => timeline.map((item) => toEntry(regime, item, t, format));
