/** Columns of the register as lists have them, in the order in which they are written. */
export const registerColumns = [
  'serial_number',
  'maker',
  'model',
  'name',
  'equipment_id',
  'site',
  'street',
  'postal_code',
  'city',
  'country',
  'floor',
  'room',
  'department',
  'cost_centre',
  'contact_name',
  'contact_email',
  'contact_phone',
  'contract_number',
  'monitored',
  'lifecycle',
  'installed_on',
] as const;

export type RegisterColumn = (typeof registerColumns)[number];

/** Without these nothing can be registered. */
export const neededColumns: readonly RegisterColumn[] = ['serial_number', 'maker', 'model', 'site'];

/** Other heads under which the columns come, in the languages of those who keep such lists; letters and digits only. */
const heads: Readonly<Record<RegisterColumn, readonly string[]>> = {
  serial_number: ['serial', 'serialno', 'sn', 'matricola', 'numerodiserie', 'seriale', 'serienummer'],
  maker: ['manufacturer', 'brand', 'produttore', 'marca', 'fabrikant', 'merk'],
  model: ['modello'],
  name: ['nome', 'naam', 'devicename'],
  equipment_id: ['equipment', 'assetnumber', 'idmacchina', 'machinenummer', 'apparaatnummer'],
  site: ['location', 'sede', 'locatie', 'vestiging'],
  street: ['address', 'via', 'indirizzo', 'straat', 'adres'],
  postal_code: ['zip', 'postcode', 'cap'],
  city: ['town', 'citta', 'città', 'plaats', 'stad'],
  country: ['paese', 'land'],
  floor: ['piano', 'verdieping'],
  room: ['stanza', 'locale', 'kamer', 'ruimte'],
  department: ['reparto', 'ufficio', 'afdeling'],
  cost_centre: ['costcenter', 'centrodicosto', 'kostenplaats'],
  contact_name: ['contact', 'referente', 'contatto', 'contactpersoon'],
  contact_email: ['email', 'emailreferente', 'contactmail'],
  contact_phone: ['phone', 'telefono', 'telefoon'],
  contract_number: ['contract', 'contratto', 'numerocontratto', 'contractnummer'],
  monitored: ['monitorata', 'bewaakt', 'gemonitord'],
  lifecycle: ['state', 'stato', 'status'],
  installed_on: ['installed', 'installata', 'installatail', 'datainstallazione', 'installatiedatum'],
};

const columnOf = new Map(
  registerColumns.flatMap((column) =>
    [column.replaceAll('_', ''), ...heads[column]].map((head) => [head, column] as const),
  ),
);

/** Where each column stands; heads that nobody knows are left aside. The first of two equal heads counts. */
export function columnsIn(cells: readonly string[]): ReadonlyMap<RegisterColumn, number> {
  const places = new Map<RegisterColumn, number>();
  for (const [index, cell] of cells.entries()) {
    const column = columnOf.get(cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
    if (column && !places.has(column)) places.set(column, index);
  }
  return places;
}
