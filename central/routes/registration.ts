import { ok } from '../../shared/failure.ts';
import { findSchools } from '../accounts/find-schools.ts';
import { register } from '../accounts/register.ts';
import type { CentralContext } from '../context.ts';
import type { CentralHandler } from '../http/handlers.ts';

export const findSchoolsRoute =
  (context: CentralContext): CentralHandler<'school.find'> =>
  async (input) =>
    ok(await findSchools(context.db, input));

export const createRegistration =
  (context: CentralContext): CentralHandler<'registration.create'> =>
  (input) =>
    register(context, input);
