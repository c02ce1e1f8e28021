import { z } from 'zod';

/** What goes over a pipe between processes: a numbered question, its answer, or an event. */
export const Question = z.object({ id: z.number().int(), name: z.string().max(100), input: z.unknown() });
export type Question = z.infer<typeof Question>;

export const Reply = z.object({ id: z.number().int(), result: z.unknown() });
export type Reply = z.infer<typeof Reply>;

/** Something happened; whoever shows it asks again. Events carry ids, never personal data. */
export const PushedEvent = z.object({
  event: z.enum([
    'case.changed',
    'draft.changed',
    'sync.changed',
    'session.changed',
    'core.started',
    'menu.command',
  ]),
  id: z.string().optional(),
});
export type PushedEvent = z.infer<typeof PushedEvent>;
