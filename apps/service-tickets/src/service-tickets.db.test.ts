import { rootFieldsWithoutRule, tenancyProblems } from '@platen/testing';
import { buildTicket } from '../test/factories';
import { desk, dijk, member, rossi, useServiceTickets, verdi } from '../test/use-service-tickets';
import { serviceTickets } from './index';

const { load, work, admin } = useServiceTickets();

describe('service-tickets as a service', () => {
  test('C1 every root field has a rule', () => {
    expect(rootFieldsWithoutRule(serviceTickets)).toEqual([]);
  });

  test('C2 every table carries customer_id or is listed with its reason', async () => {
    const withoutTenant = { ticket_number: 'a counter of the branch' };
    expect(await tenancyProblems(admin(), 'service-tickets', withoutTenant)).toEqual([]);
  });

  test('C2 a query without a filter finds the rows of the own tenant only', async () => {
    await load([buildTicket(rossi), buildTicket(verdi), buildTicket(dijk)]);
    const seenBy = (actor: typeof member) =>
      work().read(actor, async (tx) => (await tx.query('select customer_id from service_ticket')).length);
    expect(await seenBy(member)).toBe(1);
    expect(await seenBy(desk)).toBe(2);
    expect(await seenBy({ ...member, customerId: null })).toBe(0);
  });

  describe('loading a world', () => {
    const stored = async () =>
      (await admin().query('select number, subject from service_tickets.service_ticket order by number'))
        .rows;

    test('R45 numbers run per branch from where its settings say, in the order of opening', async () => {
      await load([
        buildTicket(rossi, { subject: 'new', openedDaysAgo: 1 }),
        buildTicket(verdi, { subject: 'old', openedDaysAgo: 9 }),
        buildTicket(dijk, { subject: 'nieuw' }),
      ]);
      expect(await stored()).toEqual([
        { number: '7200000', subject: 'old' },
        { number: '7200001', subject: 'new' },
        { number: '8100000', subject: 'nieuw' },
      ]);
    });

    test('a second time changes nothing and takes no number', async () => {
      const ticket = buildTicket(rossi);
      await load([ticket]);
      await load([ticket, buildTicket(rossi, { subject: 'later' })]);
      expect(await stored()).toEqual([
        { number: '7200000', subject: ticket.subject },
        { number: '7200001', subject: 'later' },
      ]);
    });
  });
});
