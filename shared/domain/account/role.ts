import { z } from 'zod';

/**
 * Roles 權限 of both regimes. An account holds a set of them; its right is the union [A:1113–1115].
 * `B_…` are the offices of a compulsory school [B:153–162]. Label: `role.<code>`.
 */
export const ROLES = [
  'PRIMARY',
  'HOMEROOM',
  'COUNSELOR',
  'HEAD',
  'BUREAU',
  'ADMIN',
  'B_REGISTRAR',
  'B_DISCIPLINE',
  'B_GUIDANCE',
  'B_HOMEROOM',
  'B_SUBJECT',
  'B_HEAD',
] as const;

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;
