import { Loader } from '@mantine/core';
import { useState } from 'react';
import type { AccountPaper } from '../../../shared/contract/account-paper.ts';
import type { SessionAccount } from '../../../shared/domain/account/account.ts';
import { useCoreQuery } from '../../bridge/queries.ts';
import { useSession } from '../../bridge/session.tsx';
import { useText } from '../../bridge/text.ts';
import { AccountFailure } from '../../ui/notice/account-failure.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PaperDialog } from '../../ui/paper/paper-dialog.tsx';
import { HandoverSection, HandoverSummary } from './handover-section.tsx';
import { RoleChangeForm } from './role-change-form.tsx';
import { RoleChangeStatus } from './role-change-status.tsx';

/**
 * 權限異動申請: 「轉移帳號」 of the 主通 [A:182–203], 「申請權限提升」 of 校內人員 for when the old one has
 * left [A:205–246].
 */
export function RoleTransferPage() {
  const t = useText();
  const { account } = useSession();
  const transfer = account?.roles.includes('PRIMARY') === true;
  return (
    <Page
      title={t(transfer ? 'roleChange.transferTitle' : 'roleChange.promotionTitle')}
      purpose={t(transfer ? 'roleChange.transferPurpose' : 'roleChange.promotionPurpose')}
    >
      {account === null ? null : <Content account={account} transfer={transfer} />}
    </Page>
  );
}

function Content({ account, transfer }: { readonly account: SessionAccount; readonly transfer: boolean }) {
  const t = useText();
  const { data, error, isPending, refetch } = useCoreQuery('roleChange.get', {});
  const [paper, setPaper] = useState<AccountPaper | null>(null);
  return (
    <>
      {error === null ? null : <AccountFailure failure={error} retry={() => void refetch()} />}
      {isPending ? <Loader aria-label={t('roleChange.loading')} /> : null}
      {data === undefined ? null : (
        <>
          <RoleChangeStatus mine={data} account={account} onPaper={setPaper} />
          {transfer && data.pending === null && data.successors.length > 0 ? <HandoverSummary /> : null}
          {data.pending === null ? (
            <RoleChangeForm mine={data} account={account} transfer={transfer} onPaper={setPaper} />
          ) : null}
        </>
      )}
      {transfer ? <HandoverSection onPaper={setPaper} /> : null}
      {paper === null ? null : <PaperDialog paper={paper} onClose={() => setPaper(null)} />}
    </>
  );
}
