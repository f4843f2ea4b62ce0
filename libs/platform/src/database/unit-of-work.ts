import { AsyncLocalStorage } from 'node:async_hooks';
import type { Writable } from 'node:stream';
import {
  type EventDefinition,
  type JobDefinition,
  type MailMessage,
  type MailTemplate,
  type PayloadOf,
  auditEntryRecorded,
} from '@platen/contracts';
import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '../actor/actor';
import { type AuditNote, auditEntryOf } from '../outbox/audit-note';
import { type OutboxRow, mailRow, outboxRow, writeOutbox } from '../outbox/outbox-writer';
import { statementName } from './statement-name';
import { tenantSettings } from './tenancy';

/** An open transaction with the tenant set. Dies with the unit of work that made it. */
export interface Tx {
  /**
   * TypeORM inside the same transaction: `insert`, `update`, `find` and query builders. Never `save` or `remove`
   * (a lint rule): they would begin and commit a transaction of their own in the middle of this one.
   */
  readonly manager: EntityManager;
  /** Plain SQL, prepared once per connection: the text must be static, values go through `parameters`. */
  query<Row extends QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Records a fact; it leaves after commit. @throws ZodError when the payload is not the event's */
  emit<Event extends EventDefinition>(event: Event, payload: PayloadOf<Event>): void;
  /** Orders a job; it starts after commit. `availableAt` delays it. */
  enqueue<Job extends JobDefinition>(
    job: Job,
    payload: PayloadOf<Job>,
    options?: { availableAt?: Date },
  ): void;
  /** Orders a mail; one per `key` and address, however often this runs. */
  mail<Template extends MailTemplate>(key: string, message: MailMessage<Template>): void;
  /** Writes into the audit log who did this (threats C40); kept exactly when the transaction is. */
  audit(note: AuditNote): void;
}

interface ReadScope {
  readonly owner: UnitOfWork;
  open: Promise<OpenTransaction> | null;
  actor: Actor | null;
  /** reads that use the open transaction at this moment */
  reading: number;
  /** writes that wait for those to come to their end */
  readonly waiting: (() => void)[];
  /** what the audit log is to hear when the reads are over, by their text: the same look is one entry */
  readonly looks: Map<string, AuditNote>;
}

const readScopes = new AsyncLocalStorage<ReadScope>();

/**
 * Runs use cases in transactions whose tenant is set for row-level security. One per service and pool.
 * A write that throws or returns a failed Result leaves nothing behind, neither rows nor events.
 */
export class UnitOfWork {
  constructor(private readonly source: DataSource) {}

  /** Runs `work` in a transaction; commits unless it throws or returns `{ ok: false }`. */
  async write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const scope = readScopes.getStore();
    if (scope?.owner === this && scope.open) await leaveReads(scope);
    const transaction = await OpenTransaction.begin(this.source, actor, false);
    try {
      const result = await work(transaction);
      if (isFailure(result)) await transaction.rollback();
      else await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }

  /** Runs read-only statements under the actor's tenant; inside `sharedReads` all share one transaction. */
  async read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const scope = this.scopeFor(actor);
    if (scope) {
      scope.open ??= OpenTransaction.begin(this.source, actor, true);
      scope.reading++;
      try {
        return await work(await scope.open);
      } finally {
        scope.reading--;
        if (scope.reading === 0) for (const resume of scope.waiting.splice(0)) resume();
      }
    }
    const transaction = await OpenTransaction.begin(this.source, actor, true);
    try {
      return await work(transaction);
    } finally {
      await transaction.leave();
    }
  }

  /** All reads of one request of one actor inside `execute` use one transaction, opened by the first of them. */
  async sharedReads<T>(execute: () => Promise<T>): Promise<T> {
    const scope: ReadScope = {
      owner: this,
      open: null,
      actor: null,
      reading: 0,
      waiting: [],
      looks: new Map(),
    };
    let answer: T;
    try {
      answer = await readScopes.run(scope, execute);
    } finally {
      if (scope.open) await scope.open.then((transaction) => transaction.leave());
    }
    if (scope.actor && scope.looks.size > 0) await this.writeLooks(scope.actor, [...scope.looks.values()]);
    return answer;
  }

  /**
   * Writes into the audit log that somebody looked at what not everybody sees (threats C40): once per request, and
   * after its reads gave their connection back, so that requests never wait for each other with one in hand. What
   * cannot be written down is not shown.
   */
  async auditLook(actor: Actor, note: AuditNote): Promise<void> {
    const scope = this.scopeFor(actor);
    if (scope) scope.looks.set(JSON.stringify(note), note);
    else await this.writeLooks(actor, [note]);
  }

  private async writeLooks(actor: Actor, looks: readonly AuditNote[]): Promise<void> {
    await this.write(actor, async (tx) => looks.forEach((note) => tx.audit(note)));
  }

  /** The shared reads that this actor takes part in, if any. */
  private scopeFor(actor: Actor): ReadScope | null {
    const scope = readScopes.getStore();
    if (!scope || scope.owner !== this || (scope.actor !== null && scope.actor !== actor)) return null;
    scope.actor = actor;
    return scope;
  }
}

/**
 * Gives the connection of a request's reads back before it asks for another one to write: as many requests as the
 * pool has connections would otherwise each hold one and wait for a second for ever. What is read afterwards begins
 * anew, and sees what was written.
 */
async function leaveReads(scope: ReadScope): Promise<void> {
  while (scope.reading > 0) await new Promise<void>((resume) => scope.waiting.push(resume));
  const { open } = scope;
  scope.open = null;
  if (open) await (await open).leave();
}

function isFailure(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
}

const initialising = new WeakMap<DataSource, Promise<DataSource>>();

/** The report pool connects when it is first asked. */
async function initialised(source: DataSource): Promise<void> {
  if (source.isInitialized) return;
  if (!initialising.has(source)) initialising.set(source, source.initialize());
  await initialising.get(source);
}

class OpenTransaction implements Tx {
  private readonly outbox: OutboxRow[] = [];
  private ended = false;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    private readonly begun: Promise<unknown>,
    private readonly actor: Actor,
    private readonly readOnly: boolean,
  ) {}

  static async begin(source: DataSource, actor: Actor, readOnly: boolean): Promise<OpenTransaction> {
    await initialised(source);
    const runner = source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      sendTogether(client);
      const begun = client.query(`BEGIN ${readOnly ? 'READ ONLY' : ''}; ${tenantSettings(actor)}`);
      // Nobody waits for BEGIN: the first statement follows in the same packet, and would fail with it. A commit
      // looks at it again.
      begun.catch(() => undefined);
      return new OpenTransaction(runner, client, begun, actor, readOnly);
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  async query<Row extends QueryResultRow>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.client.query<Row>({
      name: statementName(sql),
      text: sql,
      values: [...parameters],
    });
    return result.rows;
  }

  emit<Event extends EventDefinition>(event: Event, payload: PayloadOf<Event>): void {
    this.outbox.push(outboxRow('event', event, payload, this.actor));
  }

  enqueue<Job extends JobDefinition>(
    job: Job,
    payload: PayloadOf<Job>,
    options: { availableAt?: Date } = {},
  ): void {
    this.outbox.push(outboxRow('job', job, payload, this.actor, options.availableAt));
  }

  mail<Template extends MailTemplate>(key: string, message: MailMessage<Template>): void {
    this.outbox.push(mailRow(key, message, this.actor));
  }

  audit(note: AuditNote): void {
    this.emit(auditEntryRecorded, auditEntryOf(note, this.actor));
  }

  async commit(): Promise<void> {
    if (this.outbox.length > 0) {
      if (this.readOnly) throw new Error('A read cannot emit events, jobs or mail.');
      await writeOutbox(this, this.outbox);
    }
    await this.begun;
    await this.end('COMMIT');
  }

  /** Ends a read without waiting for the answer: what comes next on this connection queues up behind it. */
  leave(): Promise<void> {
    this.client.query('ROLLBACK').catch(() => undefined);
    return this.runner.release();
  }

  async rollback(): Promise<void> {
    await this.end('ROLLBACK');
  }

  /** Once: after it the connection may serve somebody else, whom a second ROLLBACK would hit. */
  private async end(command: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    try {
      const answer = await this.client.query(command);
      // PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement failed and the work went on all the same.
      if (answer.command !== command) throw new LostTransactionError();
    } finally {
      await this.runner.release();
    }
  }
}

/** A statement failed, its error was swallowed, and nothing of the work was kept: a bug of the work. */
export class LostTransactionError extends Error {
  override readonly name = 'LostTransactionError';

  constructor() {
    super('A statement of this transaction failed earlier, so nothing of it was kept.');
  }
}

/** What `pg` writes to; not part of its types. */
interface Wired {
  readonly connection?: { readonly stream: Pick<Writable, 'cork' | 'uncork'> };
}

/** Whatever is sent on this connection before the present turn ends leaves in one packet: a write costs a system call. */
function sendTogether(client: PoolClient): void {
  const stream = (client as Wired).connection?.stream;
  if (!stream) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
