import { modelName } from '../identity';
import type { DecodedPoll, Identity, Meter } from '../poll';
import { blackWhenAlone } from '../supplies';
import { asSerial, parseDeviceId } from '../text';
import { makerByWords } from '../vendors/makers';
import { type IppAttributes, integersOf, textOf } from './attributes';
import { ippAlerts, ippStatus } from './ipp-status';
import { ippSupplies } from './ipp-supplies';

/**
 * Decodes the printer attributes of one IPP answer. IPP tells supplies and state well and counters seldom: where a
 * printer answers SNMP too, that is the better source of meters. Nothing here fails; what is nonsense is left out.
 */
export function decodeIpp(attributes: IppAttributes): DecodedPoll {
  return {
    identity: identityOf(attributes),
    status: ippStatus(attributes),
    meters: metersOf(attributes),
    supplies: blackWhenAlone(ippSupplies(attributes)),
    alerts: ippAlerts(attributes),
  };
}

function identityOf(attributes: IppAttributes): Identity {
  const id = parseDeviceId(textOf(attributes, 'printer-device-id') ?? '');
  const makeAndModel = textOf(attributes, 'printer-make-and-model') ?? '';
  const maker = makerByWords(`${id.MFG ?? ''} ${makeAndModel}`);
  const models = [id.MDL ?? '', makeAndModel].map((name) => modelName(name, maker?.brands));
  return {
    maker: maker?.maker ?? id.MFG ?? null,
    model: models.find((name) => name !== '') ?? null,
    serial: asSerial(textOf(attributes, 'printer-serial-number')) ?? asSerial(id.SN),
    firmware: textOf(attributes, 'printer-firmware-string-version'),
    name: textOf(attributes, 'printer-name'),
    location: textOf(attributes, 'printer-location'),
  };
}

/** printer-impressions-completed (PWG 5100.7): since the printer was made, unlike the counters of jobs. */
function metersOf(attributes: IppAttributes): Meter[] {
  const [value] = integersOf(attributes, 'printer-impressions-completed');
  return value === undefined || value < 0
    ? []
    : [{ kind: 'total', value, unit: 'impressions', source: 'ipp' }];
}
