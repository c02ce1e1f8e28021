import { z } from 'zod';

/** The two sets of rules: 中途離校 for senior high schools, 中途輟學 for compulsory education. */
export const RegimeId = z.enum(['senior-high', 'compulsory']);
export type RegimeId = z.infer<typeof RegimeId>;
