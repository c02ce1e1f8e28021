import { z } from 'zod';
import { Actor } from '../account/account.ts';
import { StudentFacts } from '../student/student.ts';
import { RegimeId } from '../../regime/regime-id.ts';
import { FormValues } from '../../forms/values.ts';

/** Version of the shape of operations; the service takes this one and the one before (I10). */
export const SCHEMA_VERSION = 1;

const envelope = {
  /** UUIDv7, made when the person acts; the same under every retry (I3). */
  opId: z.uuid(),
  deviceId: z.uuid(),
  /** Grows by one with each operation of the device (I8). */
  deviceSeq: z.number().int().positive(),
  caseId: z.uuid(),
  /** The operation before this one on the same case and device (I5). */
  prevOpId: z.uuid().nullable(),
  /** Content revision that the person saw (I7); 0 for a new case. */
  baseRevision: z.number().int().nonnegative(),
  schemaVersion: z.number().int().positive(),
  /** Hex SHA-256 of the canonical JSON of {caseId, kind, schemaVersion, baseRevision, payload}. */
  payloadSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The device's clock; never used for order. */
  occurredAt: z.iso.datetime(),
  actor: Actor,
};

const filing = z.strictObject({
  regime: RegimeId,
  regimeVersion: z.string().regex(/^[0-9A-Za-z.-]{1,20}$/),
  student: StudentFacts,
  values: FormValues,
});
const act = z.strictObject({ values: FormValues });
const tracking = z.strictObject({ recordId: z.uuid(), values: FormValues });

const of = <K extends string, P extends z.ZodType>(kind: K, payload: P) =>
  z.strictObject({ ...envelope, kind: z.literal(kind), payload });

/** One immutable user action: the one thing that travels from the window to central and back. */
export const Operation = z.discriminatedUnion('kind', [
  of('save', filing),
  of('submit', filing),
  of('saveTracking', tracking),
  of('sendTracking', tracking),
  of('deleteTracking', z.strictObject({ recordId: z.uuid() })),
  of('report', act),
  of('sendBack', act),
  of('void', act),
  of('find', act),
  of('loseAgain', act),
  of('acceptReturn', act),
  of('confirmReturn', act),
  of('close', act),
]);
export type Operation = z.infer<typeof Operation>;

/** What only the service can say about an operation (I15): order, time, number, register data. */
export const Commit = z.object({
  seq: z.number().int().positive(),
  at: z.iso.datetime(),
  /** 通報字號, given at the first operation of a case; null afterwards. */
  caseNumber: z.string().nullable(),
  /** The register's data where the service looked the student up; else null. */
  student: StudentFacts.nullable(),
});
export type Commit = z.infer<typeof Commit>;

/** One line of a case's log; `commit` is null while the operation waits in an outbox. */
export const LogEntry = z.object({ operation: Operation, commit: Commit.nullable() });
export type LogEntry = z.infer<typeof LogEntry>;

/** What the hash of an operation covers. */
export const hashedPart = (operation: Omit<Operation, 'payloadSha256'>) => ({
  caseId: operation.caseId,
  kind: operation.kind,
  schemaVersion: operation.schemaVersion,
  baseRevision: operation.baseRevision,
  payload: operation.payload,
});
