import { Menu } from '@mantine/core';
import { IconDotsVertical, IconDownload, IconLock, IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { CaseRow } from '../../../shared/contract/core.ts';
import { PAPER_KINDS, type PaperKind } from '../../../shared/regime/paper.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { placeOfAct } from '../../bridge/act-place.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';
import css from './case-table.module.css';

const PAPERS = {
  report: { icon: IconDownload, label: 'cases.download' },
  tracking: { icon: IconPrinter, label: 'cases.printTracking' },
} as const satisfies Record<PaperKind, { readonly icon: typeof IconDownload; readonly label: string }>;

interface Props {
  readonly row: CaseRow;
  readonly tabIndex: 0 | -1;
}

/** 更多功能. The menu is made when it is first opened: a row costs nothing more than its button. */
export function MoreMenu(props: Props) {
  const [made, setMade] = useState(false);
  if (made) return <OpenMenu {...props} />;
  return <MoreButton {...props} onClick={() => setMade(true)} />;
}

interface ButtonProps extends Props {
  readonly onClick?: () => void;
  readonly ref?: React.Ref<HTMLButtonElement>;
}

function MoreButton({ row, tabIndex, ...button }: ButtonProps) {
  const t = useText();
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      {...button}
      className={css['act']}
      tabIndex={tabIndex}
      aria-label={t('cases.moreNamed', { name: row.name })}
    >
      <IconDotsVertical size="1.1em" aria-hidden />
      {t('cases.more')}
    </button>
  );
}

function OpenMenu({ row, tabIndex }: Props) {
  const t = useText();
  const papers = PAPER_KINDS.filter((kind) => REGIMES[row.regime].papers[kind] !== undefined);
  const go = useGo();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu
      defaultOpened
      position="bottom-end"
      withInitialFocusPlaceholder={false}
      returnFocus={false}
      onClose={() => button.current?.focus()}
      withinPortal
    >
      <Menu.Target>
        <MoreButton ref={button} row={row} tabIndex={tabIndex} />
      </Menu.Target>
      <Menu.Dropdown>
        {REGIMES[row.regime].moreActs.map((action) => {
          const verdict = row.verdicts[action];
          const act = t(`action.${action}`);
          return verdict.allowed ? (
            <Menu.Item key={action} onClick={() => go(placeOfAct(action, row.caseId))}>
              {act}
            </Menu.Item>
          ) : (
            <Menu.Item
              key={action}
              className={css['lockedItem']}
              aria-disabled
              closeMenuOnClick={false}
              leftSection={<IconLock size="1em" aria-hidden />}
            >
              {t('lock.named', { act, reason: t(`lock.${verdict.reason}`) })}
            </Menu.Item>
          );
        })}
        {papers.length > 0 && <Menu.Divider />}
        {papers.map((form) => {
          const { icon: Icon, label } = PAPERS[form];
          return (
            <Menu.Item
              key={form}
              leftSection={<Icon size="1.1em" aria-hidden />}
              onClick={() => go({ page: 'print', caseId: row.caseId, form })}
            >
              {t(label)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
