import { Pagination } from '@mantine/core';
import { useText } from '../../bridge/text.ts';

interface Props {
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** 「<< < 1 > >>」 under a list [A:1103]. */
export function Paging({ page, pages, onPage }: Props) {
  const t = useText();
  return (
    <nav aria-label={t('paging.label')}>
      <Pagination
        withEdges
        size="md"
        total={pages}
        value={Math.min(page, pages)}
        onChange={onPage}
        getControlProps={(control) => ({ 'aria-label': t(`paging.${control}`) })}
        getItemProps={(item) => ({ 'aria-label': t('paging.page', { page: item }) })}
      />
    </nav>
  );
}
