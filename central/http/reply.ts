import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Failure, FAILURES } from '../../shared/failure.ts';

/** Body of every answer that is not a success. */
export const FailureBody = z.object({ failure: Failure });

/** Answers with a failure: status from the table, `Retry-After` where the person or machine may wait. */
export function refuse(reply: FastifyReply, failure: Failure): FastifyReply {
  const seconds = failure.detail?.['seconds'];
  if (typeof seconds === 'number') void reply.header('retry-after', seconds);
  return reply.code(FAILURES[failure.code].status).send({ failure });
}
