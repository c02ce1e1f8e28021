import { equal, notEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { accountStateOf, type AccountRow } from '../../central/accounts/account-row.ts';
import { LINK_EVENTS } from '../../central/accounts/live-link.ts';
import { DEMO_ACCOUNTS } from '../../central/demo/demo-accounts.ts';
import { hashLinkToken } from '../../central/mail/draw-link.ts';
import {
  ACCOUNT_STATE_ROWS,
  moveAccount,
  type AccountEvent,
} from '../../shared/domain/account/account-state.ts';
import type { Role } from '../../shared/domain/account/role.ts';
import {
  approve,
  askForPost,
  aRegistration,
  followLink,
  register,
  schoolIdOf,
  sendBack,
  solveCaptcha,
} from './account-builders.ts';
import { checkWorld, rowsOf, WALKED, type Known } from './account-world-check.ts';
import { startCentral, type TestCentral } from './central.ts';
import { askCentral, trySignIn, type CentralClient } from './central-client.ts';
import { tokenIn } from './mailbox.ts';

const KINDS = [
  'register',
  'registerPrimary',
  'approve',
  'sendBack',
  'transfer',
  'promote',
  'disable',
  'enable',
  'forget',
  'resend',
  'follow',
  'signIn',
  'wait',
] as const;

/** One thing that somebody does; `pick` chooses among whom or what there is. */
export interface AccountStep {
  readonly kind: (typeof KINDS)[number];
  readonly pick: number;
}

const WEIGHTS: Readonly<Partial<Record<AccountStep['kind'], number>>> = { approve: 4, follow: 5, wait: 1 };

export const anyAccountStep: fc.Arbitrary<AccountStep> = fc.record({
  kind: fc.oneof(...KINDS.map((kind) => ({ weight: WEIGHTS[kind] ?? 2, arbitrary: fc.constant(kind) }))),
  pick: fc.nat(1000),
});

interface Waiting {
  readonly requestId: string;
  readonly kind: 'staff' | 'primary' | 'transfer' | 'promotion';
  readonly account: string;
}

const PEOPLE = ['xr-primary', 'xr-teacher1', 'xr-teacher2', 'xr-counselor', 'xr-head'] as const;
/** Passwords are good for 90 days; the walk ends before. */
const DAYS_MAX = 70;
const HOUR = 3_600_000;

const isPrimary = ({ roles }: Known): boolean => roles.includes('PRIMARY');
const isActive = ({ state }: Known): boolean => state === 'active';

/** A school with its people in the real service, and beside it what the state machine says of them. */
export interface AccountWorld {
  /** Does one step and checks everything; false when there was nobody to do it, or the service refused. */
  readonly take: (step: AccountStep) => Promise<boolean>;
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
}

class World implements AccountWorld {
  private readonly central: TestCentral;
  private readonly known = new Map<string, Known>();
  private waiting: Waiting[] = [];
  /** Tokens of all mails so far, oldest first, with the account that they were for. */
  private readonly tokens: { readonly token: string; readonly account: string }[] = [];
  private mailsRead = 0;
  private made = 0;
  private days = 0;

  constructor(central: TestCentral) {
    this.central = central;
    for (const { account, password, roles } of DEMO_ACCOUNTS)
      if (PEOPLE.some((one) => one === account))
        this.known.set(account, { state: 'active', roles, password });
  }

  get faults(): readonly unknown[] {
    return this.central.faults;
  }

  close(): Promise<void> {
    return this.central.close();
  }

  async take({ kind, pick }: AccountStep): Promise<boolean> {
    await this.central.context.db.deleteFrom('sign_in_attempts').execute();
    this.central.clock.now += 1000;
    const before = await rowsOf(this.central);
    const took = await this.perform(kind, pick);
    await this.readMails();
    await checkWorld(this.central, this.known, before, kind === 'follow');
    return took;
  }

  private perform(kind: AccountStep['kind'], pick: number): Promise<boolean> {
    switch (kind) {
      case 'register':
      case 'registerPrimary':
        return this.register(kind === 'register' ? 'staff' : 'primary');
      case 'approve':
      case 'sendBack':
        return this.decide(kind, pick);
      case 'transfer':
        return this.transfer(pick);
      case 'promote':
        return this.promote(pick);
      case 'disable':
      case 'enable':
        return this.setStatus(kind, pick);
      case 'forget':
        return this.forget(pick);
      case 'resend':
        return this.resend(pick);
      case 'follow':
        return this.follow(pick);
      case 'signIn':
        return this.signIn(pick);
      default:
        return this.wait(pick);
    }
  }

  private pick<T>(list: readonly T[], pick: number): T | undefined {
    return list[pick % Math.max(1, list.length)];
  }

  private named(wanted: (known: Known) => boolean = () => true): string[] {
    return [...this.known].filter(([, known]) => wanted(known)).map(([account]) => account);
  }

  private get(account: string): Known {
    const known = this.known.get(account);
    if (known === undefined) throw new RangeError(`nobody is ${account}`);
    return known;
  }

  /** The move that an answer of the service stands for: the table has to know it. */
  private move(account: string, event: AccountEvent, roles?: readonly Role[]): void {
    const known = this.get(account);
    const next = moveAccount(known.state, event, known.password !== null);
    notEqual(next, null, `${account}: ${event} of ${known.state} was taken`);
    known.state = next ?? known.state;
    known.roles = roles ?? known.roles;
  }

  private async row(account: string): Promise<AccountRow> {
    const row = (await rowsOf(this.central)).get(account);
    if (row === undefined) throw new RangeError(`no row of ${account}`);
    return row;
  }

  private as(account: string): Promise<CentralClient> {
    return this.central.signIn(account, { password: this.get(account).password ?? '' });
  }

  private async register(kind: 'staff' | 'primary'): Promise<boolean> {
    const given = aRegistration({ kind, schoolId: schoolIdOf(WALKED) });
    const { status } = await register(this.central, given);
    const exists =
      this.named((known) => isPrimary(known) && ACCOUNT_STATE_ROWS[known.state].holdsPost).length > 0;
    equal(status, kind === 'primary' && exists ? 409 : 200);
    if (status !== 200) return false;
    this.known.set(given.account, { state: 'pending', roles: given.roles, password: null });
    this.waiting.push({ requestId: given.requestId, kind, account: given.account });
    return true;
  }

  private async decide(decision: 'approve' | 'sendBack', pick: number): Promise<boolean> {
    const request = this.pick(this.waiting, pick);
    const primary = this.named((known) => isPrimary(known) && isActive(known))[0];
    const reviewer = request?.kind === 'staff' ? primary : 'admin';
    if (request === undefined || reviewer === undefined) return false;
    const client = reviewer === 'admin' ? await this.central.signIn('admin') : await this.as(reviewer);
    const { status } = await (decision === 'approve' ? approve : sendBack)(client, request.requestId);
    if (status !== 200) return false;
    this.waiting = this.waiting.filter((one) => one !== request);
    const handOver = request.kind === 'transfer' || request.kind === 'promotion';
    if (decision === 'sendBack') {
      if (!handOver) this.move(request.account, 'reject');
      return true;
    }
    if (!handOver) {
      this.move(request.account, 'approve');
      return true;
    }
    for (const account of this.named(isPrimary))
      if (!['pending', 'rejected'].includes(this.get(account).state)) this.move(account, 'demote', ['HEAD']);
    this.move(request.account, 'promote', ['PRIMARY']);
    this.waiting = this.waiting.filter(({ kind }) => kind === 'staff' || kind === 'primary');
    return true;
  }

  private async transfer(pick: number): Promise<boolean> {
    const primary = this.named((known) => isPrimary(known) && isActive(known))[0];
    const successor = this.pick(this.named(), pick);
    if (primary === undefined || successor === undefined) return false;
    const answer = await askForPost(await this.as(primary), (await this.row(successor)).id);
    if (answer.status !== 200) return false;
    ok(isActive(this.get(successor)) && !isPrimary(this.get(successor)), successor);
    this.waiting.push({ requestId: answer.body.requestId, kind: 'transfer', account: successor });
    return true;
  }

  private async promote(pick: number): Promise<boolean> {
    const account = this.pick(
      this.named((known) => isActive(known) && !isPrimary(known)),
      pick,
    );
    if (account === undefined) return false;
    const answer = await askForPost(await this.as(account), null);
    if (answer.status !== 200) return false;
    this.waiting.push({ requestId: answer.body.requestId, kind: 'promotion', account });
    return true;
  }

  private async setStatus(status: 'disable' | 'enable', pick: number): Promise<boolean> {
    const able = this.named(({ state, password }) => moveAccount(state, status, password !== null) !== null);
    const account = this.pick(able, pick);
    if (account === undefined) return false;
    const { id, revision, name, email, phone, roles } = await this.row(account);
    const admin = await this.central.signIn('admin');
    const person = { account, name, email, phone, roles };
    const answer = await admin.ask('account.update', { accountId: id, revision, ...person, status });
    if (answer.status !== 200) return false;
    this.move(account, status);
    return true;
  }

  private async forget(pick: number): Promise<boolean> {
    const account = this.pick(this.named(), pick);
    if (account === undefined) return false;
    const { email } = await this.row(account);
    const given = { account, email, ...(await solveCaptcha(this.central)) };
    equal((await askCentral(this.central.app, 'password.forget', given)).status, 200);
    // The answer tells nothing, so the account is looked at: nothing, or what the table says.
    const known = this.get(account);
    const now = accountStateOf(await this.row(account));
    ok(now === known.state || now === moveAccount(known.state, 'forget', known.password !== null), now);
    const moved = now !== known.state;
    known.state = now;
    return moved;
  }

  private async resend(pick: number): Promise<boolean> {
    const account = this.pick(
      this.named(({ state }) => state === 'invited' || state === 'reenabled'),
      pick,
    );
    if (account === undefined) return false;
    const admin = await this.central.signIn('admin');
    const answer = await admin.ask('account.resend', { accountId: (await this.row(account)).id });
    if (answer.status === 200) this.move(account, 'resend');
    return answer.status === 200;
  }

  /** Any link of any mail so far, the newest ones more often: only the last one of its account may do anything. */
  private async follow(pick: number): Promise<boolean> {
    const used = pick % 3 === 0 ? this.tokens : this.tokens.slice(-3);
    const chosen = this.pick(used, Math.floor(pick / 3));
    if (chosen === undefined) return false;
    const { token, account } = chosen;
    const link = await this.central.context.db
      .selectFrom('account_links')
      .selectAll()
      .where('token_hash', '=', hashLinkToken(token))
      .executeTakeFirstOrThrow();
    const password = `Mima#${(this.made += 1)}Kt7`;
    const { statusCode } = await followLink(this.central, token, password);
    const newest = this.tokens.findLast((one) => one.account === account)?.token === token;
    if (statusCode !== 303) {
      equal(statusCode, 410);
      return false;
    }
    ok(newest, `an older link of ${account} did something`);
    ok(!['disabled', 'pending', 'rejected'].includes(this.get(account).state), account);
    this.move(account, LINK_EVENTS[link.purpose]);
    if (link.purpose !== 'verify') this.get(account).password = password;
    return true;
  }

  /** 正常／已認證 alone is let in, with its newest password alone. */
  private async signIn(pick: number): Promise<boolean> {
    const account = this.pick(this.named(), pick);
    if (account === undefined) return false;
    const known = this.get(account);
    const right = await trySignIn(this.central, account, { password: known.password ?? 'Mima#0Kt7' });
    equal(right.status === 200, isActive(known), `${account} is ${known.state}`);
    const old = await trySignIn(this.central, account, { password: `Mima#${this.made + 1}Kt7` });
    notEqual(old.status, 200);
    return right.status === 200;
  }

  private async wait(pick: number): Promise<boolean> {
    const days = pick % 4 === 0 ? 8 : 0;
    if (this.days + days > DAYS_MAX) return false;
    this.days += days;
    this.central.clock.now += days * 24 * HOUR + HOUR;
    return true;
  }

  private async readMails(): Promise<void> {
    await this.central.mailsSent();
    const { mails } = this.central.mailbox;
    for (const mail of mails.slice(this.mailsRead)) {
      const account = mail.to?.[0]?.address?.split('@')[0] ?? '';
      if (/\/account\/link\//.test(mail.text ?? '')) this.tokens.push({ token: tokenIn(mail), account });
    }
    this.mailsRead = mails.length;
  }
}

export const openAccountWorld = async (): Promise<AccountWorld> => new World(await startCentral());
