import { Client } from 'pg';
import type { Logger } from 'pino';

/** Listens for new outbox rows on a connection of its own, and finds a new one when that is lost. */
export class RelayListener {
  private client: Client | null = null;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;

  /**
   * @param onSchema  called with the schema whose outbox got rows
   * @param onConnect called after each (re)connection: notifications may have been missed
   */
  constructor(
    private readonly databaseUrl: string,
    private readonly onSchema: (schema: string) => void,
    private readonly onConnect: () => void,
    private readonly log: Logger,
  ) {}

  /** @throws when the first connection fails; later losses are repaired by themselves */
  async start(): Promise<void> {
    await this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'platen-relay-listener',
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.onSchema(payload ?? ''));
    client.on('error', (error) =>
      this.log.warn({ reason: error.message }, 'the relay lost its listening connection'),
    );
    client.on('end', () => {
      // One that never got this far is dealt with by whoever tried to connect it.
      if (this.client === client) this.reconnectLater();
    });
    await client.connect();
    await client.query('listen platen_outbox');
    this.client = client;
    this.onConnect();
  }

  private reconnectLater(): void {
    if (this.stopped) return;
    this.client = null;
    this.retry = setTimeout(() => {
      this.connect().catch((error: Error) => {
        this.log.warn({ reason: error.message }, 'the relay cannot listen; it polls');
        this.reconnectLater();
      });
    }, 1000);
  }
}
