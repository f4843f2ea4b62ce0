import type { World, WorldTicket } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import { type Tx, type UnitOfWork, insertNew, system } from '@platen/platform';
import { ServiceTicketEntity } from '../tickets/service-ticket.entity';
import { takeTicketNumbers } from '../tickets/ticket-numbers';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Fills service-tickets from a set of data, numbered per branch in the order they were opened. Again does no harm. */
export async function loadWorld(work: UnitOfWork, clock: Clock, world: World): Promise<void> {
  const now = clock.now().getTime();
  await work.write(system('load-world'), async (tx) => {
    for (const branch of world.branches) {
      const ofBranch = world.tickets.filter((ticket) => ticket.branchId === branch.id);
      const tickets = await withoutKnown(tx, ofBranch);
      if (tickets.length === 0) continue;
      tickets.sort((a, b) => b.openedDaysAgo - a.openedDaysAgo);
      const first = await takeTicketNumbers(
        tx,
        branch.id,
        branch.settings.ticket.numberStart,
        tickets.length,
      );
      const rows = tickets.map(({ openedDaysAgo, ...ticket }, index) => ({
        ...ticket,
        number: String(first + index),
        openedAt: new Date(now - openedDaysAgo * DAY_MS),
      }));
      await insertNew(tx, ServiceTicketEntity, rows);
    }
  });
}

/** Numbers are taken for new tickets only. */
async function withoutKnown(tx: Tx, tickets: readonly WorldTicket[]): Promise<WorldTicket[]> {
  const ids = tickets.map((ticket) => ticket.id);
  const rows = await tx.query<{ id: string }>('select id from service_ticket where id = any($1::uuid[])', [
    ids,
  ]);
  const known = new Set(rows.map((row) => row.id));
  return tickets.filter((ticket) => !known.has(ticket.id));
}
