import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseRow } from '../../../shared/contract/core.ts';
import { normaliseSearch } from '../../../shared/domain/plain-text/search.ts';
import type { RegimeId } from '../../../shared/regime/regime-id.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { useGo } from '../../bridge/navigation.tsx';
import { useText } from '../../bridge/text.ts';
import { Finder, type Hit } from '../../ui/finder/finder.tsx';
import type { MenuItem } from '../frame/menu-pages.ts';
import { useFoundCases } from './use-found-cases.ts';

interface Props {
  readonly items: readonly MenuItem[];
  /** Regimes whose cases the account may see. */
  readonly listed: readonly RegimeId[];
  /** Regimes in which it may begin a filing. */
  readonly filing: readonly RegimeId[];
  readonly onClose: () => void;
}

/** Ctrl+K: menu items, 新增填報, and cases by name, 學號 or 通報字號. */
export function Search({ items, listed, filing, onClose }: Props) {
  const t = useText();
  const go = useGo();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query, 150);
  const cases = useFoundCases(listed, settled);
  const sought = normaliseSearch(query);
  const pages = items.map(({ key, icon, place }) => ({
    id: key,
    icon,
    label: t(`menu.${key}`),
    pick: () => go(place),
  }));
  const starts = filing.map((regime) => ({
    id: `file ${regime}`,
    icon: IconPlus,
    label: t('search.file', { list: t(`regime.${regime}`) }),
    pick: () => go({ page: 'newCase', regime }),
  }));
  const hits: Hit[] = [
    ...[...pages, ...starts].filter(({ label }) => normaliseSearch(label).includes(sought)),
    ...cases.map((row) => ({
      id: row.caseId,
      icon: IconUser,
      label: row.name,
      detail: detailOf(t, row),
      pick: () => go({ page: 'case', caseId: row.caseId }),
    })),
  ];
  return (
    <Finder
      label={t('search.label')}
      hint={t('search.hint')}
      nothing={t('search.nothing')}
      query={query}
      onQuery={setQuery}
      hits={hits}
      onClose={onClose}
    />
  );
}

/** What tells two students of one name apart. */
const detailOf = (t: Translate, row: CaseRow): string =>
  [t(`regime.${row.regime}`), t(`state.${row.regime}.${row.state}`), row.studentNumber, row.caseNumber]
    .filter((part) => part !== null)
    .join(' · ');
