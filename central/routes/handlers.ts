import type { CentralContext } from '../context.ts';
import type { CentralHandlers } from '../http/handlers.ts';
import { accountRoutes } from './account.ts';
import { agencyRoutes } from './agency.ts';
import { createCaptchaRoute } from './captcha.ts';
import { listChanges } from './change.ts';
import { showFilePage } from './file.ts';
import { getHealth } from './health.ts';
import { submitOperations } from './operation.ts';
import { createRegistration, findSchoolsRoute } from './registration.ts';
import {
  createRoleChangeRoute,
  decideRequestRoute,
  getRequestRoute,
  getRoleChangeRoute,
  listRequestsRoute,
} from './request.ts';
import { changePasswordRoute, forgetPasswordRoute } from './password.ts';
import { beginTotpRoute, disableTotpRoute, enableTotpRoute, getProfile } from './profile.ts';
import { confirmSession, createSession, endSessionRoute, refreshSessionRoute } from './session.ts';
import { lookUpStudent } from './student.ts';

/** The serving side of the whole door. */
export const makeHandlers = (context: CentralContext): CentralHandlers => ({
  'health.get': getHealth(context),
  'captcha.create': createCaptchaRoute(context),
  'session.create': createSession(context),
  'session.confirm': confirmSession(context),
  'session.refresh': refreshSessionRoute(context),
  'session.end': endSessionRoute(context),
  'password.forget': forgetPasswordRoute(context),
  'password.change': changePasswordRoute(context),
  'profile.get': getProfile(context),
  'totp.begin': beginTotpRoute(context),
  'totp.enable': enableTotpRoute(context),
  'totp.disable': disableTotpRoute(context),
  'student.lookup': lookUpStudent(context),
  'operation.submit': submitOperations(context),
  'change.list': listChanges(context),
  'school.find': findSchoolsRoute(context),
  'registration.create': createRegistration(context),
  'request.list': listRequestsRoute(context),
  'request.get': getRequestRoute(context),
  'request.decide': decideRequestRoute(context),
  'roleChange.create': createRoleChangeRoute(context),
  'roleChange.get': getRoleChangeRoute(context),
  ...accountRoutes(context),
  ...agencyRoutes(context),
  'file.page': showFilePage(context),
});
