import { type Result, err, ok } from '@platen/kernel';
import type { Actor, Tx, UnitOfWork } from '@platen/platform';
import { type Organisation, causeOf } from '../visibility/sight-changes';
import { visibleDevices } from '../visibility/visible-devices.sql';
import { visibilityOf } from '../visibility/visibility.policy';
import type { DeviceGroupNotFound, InvalidGroupInput } from './device-group.errors';
import { type GroupRule, RULE_COLUMNS, rulePlaceholders, ruleValues } from './group-rule';
import { lockVisibleGroups } from './lock-groups';
import { lockMemberships } from './lock-memberships';
import { refill } from './regroup';
import { ruleFaults } from './rule-input';

/** Values that machines have, each once. */
export interface Choices {
  readonly makers: string[];
  readonly models: string[];
  readonly departments: string[];
  readonly floors: string[];
}

/** A group whose rule changed, and how many machines that moved. */
export interface Refilled {
  readonly groupId: string;
  readonly added: number;
  readonly removed: number;
}

type Faults = InvalidGroupInput['fields'];

/** Groups that fill themselves: their rules, and what rules can be made of. */
export class GroupRulesService {
  /** @param forgetSight  called after each commit that may change what somebody sees */
  constructor(
    private readonly work: UnitOfWork,
    private readonly forgetSight: () => void,
  ) {}

  /** Gives a group a rule, or takes it away: then its machines stay, and people put others in by hand. */
  async change(
    actor: Actor,
    organisation: Organisation,
    groupId: string,
    rule: GroupRule | null,
  ): Promise<Result<Refilled, DeviceGroupNotFound | InvalidGroupInput>> {
    const result = await this.work.write(
      actor,
      async (tx): Promise<Result<Refilled, DeviceGroupNotFound | InvalidGroupInput>> => {
        const fields = rule ? await faultsOf(tx, actor, organisation, rule) : [];
        if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
        await lockMemberships(tx, organisation.customerId);
        const [group] = (await lockVisibleGroups(tx, visibilityOf(actor), [groupId])) ?? [];
        if (!group) return err({ code: 'DEVICE_GROUP_NOT_FOUND' });
        const done = await this.keep(tx, actor, organisation, group.id, rule);
        const target = { kind: 'device-group', id: group.id };
        tx.audit({ action: 'group.changed', target, facts: { change: rule ? 'rule' : 'by hand', ...done } });
        return ok({ groupId: group.id, ...done });
      },
    );
    this.forgetSight();
    return result;
  }

  /** Values for the fields of a rule, or of a filter, from the first 50,000 machines that the actor sees. */
  async choices(actor: Actor): Promise<Choices> {
    const visible = visibleDevices(visibilityOf(actor), 1);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<Choices>(choicesAmong(visible.sql), visible.parameters),
    );
    return rows[0] ?? { makers: [], models: [], departments: [], floors: [] };
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    organisation: Organisation,
    groupId: string,
    rule: GroupRule | null,
  ): Promise<{ readonly added: number; readonly removed: number }> {
    if (!rule) {
      await tx.query('delete from group_rule where group_id = $1', [groupId]);
      return { added: 0, removed: 0 };
    }
    return storeRule(tx, actor, organisation, groupId, rule);
  }
}

/** Stores the rule of a group and fills it by it; `lockMemberships` was called before. */
export async function storeRule(
  tx: Tx,
  actor: Actor,
  organisation: Organisation,
  groupId: string,
  rule: GroupRule,
): Promise<{ readonly added: number; readonly removed: number }> {
  await tx.query(STORE, [groupId, organisation.customerId, ...ruleValues(rule)]);
  return refill(tx, organisation, groupId, causeOf(actor, 'rule'));
}

/**
 * What is wrong with a rule in an organisation. Who sees only some machines makes none: it would gather machines that
 * he must not learn of (threats C5).
 */
export async function faultsOf(
  tx: Tx,
  actor: Actor,
  { customerId }: Organisation,
  rule: GroupRule,
): Promise<Faults> {
  if (visibilityOf(actor).see !== 'customer') return [{ path: 'rule', problem: 'ruleNeedsAll' }];
  const faults = ruleFaults(rule);
  if (faults.length > 0 || rule.siteIds.length === 0) return faults;
  const sites = await tx.query('select 1 from site where customer_id = $1 and id = any($2::uuid[])', [
    customerId,
    rule.siteIds,
  ]);
  return sites.length === rule.siteIds.length ? [] : [{ path: 'rule.siteIds', problem: 'ruleValue' }];
}

const STORE = `
  insert into group_rule (group_id, customer_id, ${RULE_COLUMNS}) values ($1, $2, ${rulePlaceholders(3)})
  on conflict (group_id) do update set (${RULE_COLUMNS}) = row (${RULE_COLUMNS.split(', ')
    .map((column) => `excluded.${column}`)
    .join(', ')})`;

const distinct = (column: string) =>
  `array(select distinct ${column} from seen where ${column} <> '' order by 1 limit 200)`;

const choicesAmong = (visible: string) => `
  with seen as materialized (
    select d.maker, d.model, d.department, d.floor from device d
    where d.retired_at is null and ${visible} limit 50000)
  select ${distinct('maker')} as makers, ${distinct('model')} as models,
    ${distinct('department')} as departments, ${distinct('floor')} as floors`;
