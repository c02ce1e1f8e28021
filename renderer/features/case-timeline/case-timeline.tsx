import type { CaseView } from '../../../shared/contract/core.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { useFormat, useText } from '../../bridge/text.ts';
import { Timeline } from '../../ui/timeline/timeline.tsx';
import { timelineEntries } from './timeline-entries.tsx';

/** 歷程: who did what when, in whose words, and what has not been sent yet. */
export function CaseTimeline({ view }: { readonly view: CaseView }) {
  const t = useText();
  const format = useFormat();
  const entries = timelineEntries(REGIMES[view.row.regime], view.timeline, t, format);
  return <Timeline label={t('timeline.title')} entries={entries} />;
}
