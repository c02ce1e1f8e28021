import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { CaseView } from '../../../shared/contract/core.ts';
import { PAPER_KINDS } from '../../../shared/regime/paper.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';

/** The papers that the regime of this case has: 學生通報紀錄表 and 學生追蹤紀錄表. */
export function CasePaper({ view }: { readonly view: CaseView }) {
  const t = useText();
  const go = useGo();
  return (
    <Group gap="sm">
      {PAPER_KINDS.filter((kind) => REGIMES[view.row.regime].papers[kind] !== undefined).map((form) => (
        <Button
          key={form}
          variant="default"
          leftSection={<IconPrinter size="1.1rem" aria-hidden />}
          onClick={() => go({ page: 'print', caseId: view.row.caseId, form })}
        >
          {t(`case.print.${form}`)}
        </Button>
      ))}
    </Group>
  );
}
