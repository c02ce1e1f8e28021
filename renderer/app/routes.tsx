import { createRootRoute, createRoute, notFound, redirect } from '@tanstack/react-router';
import type { z } from 'zod';
import { newId } from '../bridge/new-id.ts';
import { CaseListPage } from '../features/case-list/case-list-page.tsx';
import { HomePage } from '../features/home/home-page.tsx';
import { OutboxPage } from '../features/sync-status/outbox-page.tsx';
import { FaultPage } from './faults/fault-page.tsx';
import { LostPage } from './faults/lost-page.tsx';
import {
  AccountPage,
  ApprovalPage,
  CasePage,
  FileCasePage,
  HistoryPage,
  ImportPage,
  PrintPage,
  RoleTransferPage,
  SettingsPage,
} from './later-pages.ts';
import { OfCase, OfPrint, OfRegime, WithDraft, WithOpen } from './route-shapes.ts';
import { SignedIn } from './signed-in.tsx';

const root = createRootRoute({
  component: SignedIn,
  errorComponent: FaultPage,
  notFoundComponent: LostPage,
});

/** An address of another shape leads nowhere, as the router calls it; it is no fault of the program. */
function shaped<S extends z.ZodType>(shape: S, params: unknown): z.output<S> {
  const found = shape.safeParse(params);
  if (found.success) return found.data;
  const nowhere: unknown = notFound();
  throw nowhere;
}

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });

const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases/$regime',
  params: { parse: (params) => shaped(OfRegime, params), stringify: (params) => params },
  component: function Cases() {
    const { regime } = cases.useParams();
    return <CaseListPage key={regime} regime={regime} />;
  },
});

const newCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$regime/new',
  params: { parse: (params) => shaped(OfRegime, params), stringify: (params) => params },
  validateSearch: WithDraft,
  // The draft to be stands in the address from the start: who comes back after the session ended meets it there.
  beforeLoad: ({ params, search }) => {
    if (search.draftId !== undefined) return;
    const begun: unknown = redirect({
      to: '/cases/$regime/new',
      params,
      search: { draftId: newId() },
      replace: true,
    });
    throw begun;
  },
  component: function NewCase() {
    const { regime } = newCase.useParams();
    const { draftId } = newCase.useSearch();
    return <FileCasePage key={`${regime} ${draftId}`} regime={regime} caseId={undefined} draftId={draftId} />;
  },
});

const editCase = createRoute({
  getParentRoute: () => root,
  path: '/case/$caseId/edit',
  params: { parse: (params) => shaped(OfCase, params), stringify: (params) => params },
  validateSearch: WithDraft,
  component: function EditCase() {
    const { caseId } = editCase.useParams();
    const { draftId } = editCase.useSearch();
    return <FileCasePage key={`${caseId} ${draftId}`} regime={undefined} caseId={caseId} draftId={draftId} />;
  },
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/case/$caseId',
  params: { parse: (params) => shaped(OfCase, params), stringify: (params) => params },
  validateSearch: WithOpen,
  component: function OneCase() {
    const { caseId } = oneCase.useParams();
    const { open } = oneCase.useSearch();
    return <CasePage key={`${caseId} ${open}`} caseId={caseId} open={open} />;
  },
});

const print = createRoute({
  getParentRoute: () => root,
  path: '/case/$caseId/print/$form',
  params: { parse: (params) => shaped(OfPrint, params), stringify: (params) => params },
  component: function Print() {
    const { caseId, form } = print.useParams();
    return <PrintPage key={`${caseId} ${form}`} caseId={caseId} form={form} />;
  },
});

const accounts = createRoute({ getParentRoute: () => root, path: '/accounts', component: AccountPage });
const approvals = createRoute({ getParentRoute: () => root, path: '/approvals', component: ApprovalPage });
const imports = createRoute({ getParentRoute: () => root, path: '/imports', component: ImportPage });
const accountHistory = createRoute({
  getParentRoute: () => root,
  path: '/account-history',
  component: HistoryPage,
});
const roleChange = createRoute({
  getParentRoute: () => root,
  path: '/role-change',
  component: RoleTransferPage,
});
const outbox = createRoute({ getParentRoute: () => root, path: '/outbox', component: OutboxPage });
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage });

export const routeTree = root.addChildren([
  home,
  cases,
  newCase,
  editCase,
  oneCase,
  print,
  accounts,
  approvals,
  imports,
  accountHistory,
  roleChange,
  outbox,
  settings,
]);
