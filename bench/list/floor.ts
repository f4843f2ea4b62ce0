/**
 * The floor: node:http and pg with the statement that the product sends, one for each page. No session, no GraphQL, no
 * row-level security, no transaction. A search is the plain form, without the index's help.
 */
import { Pool } from 'pg';
import { deviceOrderSpecs } from '../../apps/fleet/src/devices/device-order';
import { listDevices } from '../../apps/fleet/src/devices/device-list.query';
import type { DeviceRow } from '../../apps/fleet/src/devices/device.row';
import { listen, readJson, ready } from '../gateway/contender';
import type { Sees } from './installation';
import { type PageVariables, keysetIn } from './pages';

const sees = JSON.parse(process.env.FLOOR_SEES ?? '') as Sees;
const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  options: '-c search_path=fleet,public',
  max: 10,
});

async function page({ first, after, search }: PageVariables): Promise<unknown> {
  const filter = { search, siteId: null, states: null, attention: null };
  const spec = deviceOrderSpecs.NAME;
  const wanted = { size: first, after: after === null ? null : keysetIn(after) };
  const { sql, parameters } = listDevices(sees, filter, spec, wanted, new Date());
  const { rows } = await pool.query<DeviceRow>({
    name: `${after === null} ${search === null}`,
    text: sql,
    values: [...parameters],
  });
  return {
    data: {
      devices: {
        edges: rows.slice(0, first).map((row) => ({ node: nodeOf(row) })),
        pageInfo: { hasNextPage: rows.length > first },
      },
    },
  };
}

function nodeOf(row: DeviceRow) {
  return {
    id: row.id,
    name: row.name,
    serialNumber: row.serial_number,
    maker: row.maker,
    model: row.model,
    state: row.state,
    lastSeenAt: row.last_seen_at,
    floor: row.floor,
    department: row.department,
    site: { id: row.site_id, name: row.site_name, city: row.city },
  };
}

void (async () => {
  const { url } = await listen(async (request, response) => {
    const { variables } = (await readJson(request)) as { variables: PageVariables };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(await page(variables)));
  });
  ready(url);
})();
