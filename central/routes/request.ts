import { createRoleChange } from '../accounts/create-role-change.ts';
import { decideRequest } from '../accounts/decide-request.ts';
import { getRequest } from '../accounts/get-request.ts';
import { listRequests } from '../accounts/list-requests.ts';
import { getMyRoleChange } from '../accounts/my-role-change.ts';
import type { CentralContext } from '../context.ts';
import { getSession, type CentralHandler } from '../http/handlers.ts';

export const listRequestsRoute =
  (context: CentralContext): CentralHandler<'request.list'> =>
  (input, caller) =>
    listRequests(context, getSession(caller), input);

export const getRequestRoute =
  (context: CentralContext): CentralHandler<'request.get'> =>
  ({ requestId }, caller) =>
    getRequest(context, getSession(caller), requestId);

export const decideRequestRoute =
  (context: CentralContext): CentralHandler<'request.decide'> =>
  (input, caller) =>
    decideRequest(context, getSession(caller), input);

export const createRoleChangeRoute =
  (context: CentralContext): CentralHandler<'roleChange.create'> =>
  (input, caller) =>
    createRoleChange(context, getSession(caller), input);

export const getRoleChangeRoute =
  (context: CentralContext): CentralHandler<'roleChange.get'> =>
  (_input, caller) =>
    getMyRoleChange(context, getSession(caller));
