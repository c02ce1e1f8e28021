import type { CentralContext } from '../context.ts';
import type { CentralHandlers } from '../http/handlers.ts';
import { createCaptchaRoute } from './captcha.ts';
import { listChanges } from './change.ts';
import { getHealth } from './health.ts';
import { submitOperations } from './operation.ts';
import { createSession, endSessionRoute, refreshSessionRoute } from './session.ts';
import { lookUpStudent } from './student.ts';

/** The serving side of the whole door. */
export const makeHandlers = (context: CentralContext): CentralHandlers => ({
  'health.get': getHealth(context),
  'captcha.create': createCaptchaRoute(context),
  'session.create': createSession(context),
  'session.refresh': refreshSessionRoute(context),
  'session.end': endSessionRoute(context),
  'student.lookup': lookUpStudent(context),
  'operation.submit': submitOperations(context),
  'change.list': listChanges(context),
});
