import {
  type MailSending,
  type QueueHandlers,
  type ServiceRuntime,
  handlersOf,
  mailHandler,
  messageIdDomain,
  scheduleRunner,
} from '@platen/platform';

/** Mails sent at once; the pool of connections to the mail server is smaller and stays busy. */
const MAILS_AT_ONCE = 10;

/** What works on the queues of these services. */
export function serviceQueues(runtimes: readonly ServiceRuntime[], concurrency: number): QueueHandlers[] {
  return runtimes.map((runtime) => ({
    queue: runtime.name,
    handlers: handlersOf(runtime),
    runSchedule: scheduleRunner({
      name: runtime.name,
      work: runtime.work,
      schedules: runtime.definition.schedules,
    }),
    concurrency,
  }));
}

/** What works on the queue of mails. @param from  `Name <local@domain>` */
export function mailQueue({
  from,
  ...sending
}: Omit<MailSending, 'messageIdDomain'> & { readonly from: string }): QueueHandlers {
  const handler = mailHandler({ ...sending, messageIdDomain: messageIdDomain(from) });
  return { queue: 'mail', handlers: [handler], concurrency: MAILS_AT_ONCE };
}
