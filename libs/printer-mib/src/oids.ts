/** OIDs of the standards: SNMPv2-MIB (RFC 3418), HOST-RESOURCES-MIB (RFC 2790), Printer-MIB (RFC 3805). */

/** Below it every maker has a number of its own (IANA private enterprise numbers). */
export const ENTERPRISES = '1.3.6.1.4.1';

export const system = {
  sysDescr: '1.3.6.1.2.1.1.1.0',
  sysObjectID: '1.3.6.1.2.1.1.2.0',
  sysName: '1.3.6.1.2.1.1.5.0',
  sysLocation: '1.3.6.1.2.1.1.6.0',
} as const;

/** Columns, indexed by hrDeviceIndex. */
export const host = {
  hrDeviceType: '1.3.6.1.2.1.25.3.2.1.2',
  hrDeviceDescr: '1.3.6.1.2.1.25.3.2.1.3',
  hrDeviceID: '1.3.6.1.2.1.25.3.2.1.4',
  hrDeviceStatus: '1.3.6.1.2.1.25.3.2.1.5',
  hrPrinterStatus: '1.3.6.1.2.1.25.3.5.1.1',
  hrPrinterDetectedErrorState: '1.3.6.1.2.1.25.3.5.1.2',
} as const;

/** hrDeviceType of a printer. */
export const HR_DEVICE_PRINTER = '1.3.6.1.2.1.25.3.1.5';

/** Columns; the first index is hrDeviceIndex, the second the row's own. */
export const printer = {
  prtGeneralPrinterName: '1.3.6.1.2.1.43.5.1.1.16',
  prtGeneralSerialNumber: '1.3.6.1.2.1.43.5.1.1.17',
  prtMarkerCounterUnit: '1.3.6.1.2.1.43.10.2.1.3',
  prtMarkerLifeCount: '1.3.6.1.2.1.43.10.2.1.4',
  prtMarkerSuppliesColorantIndex: '1.3.6.1.2.1.43.11.1.1.3',
  prtMarkerSuppliesClass: '1.3.6.1.2.1.43.11.1.1.4',
  prtMarkerSuppliesType: '1.3.6.1.2.1.43.11.1.1.5',
  prtMarkerSuppliesDescription: '1.3.6.1.2.1.43.11.1.1.6',
  prtMarkerSuppliesSupplyUnit: '1.3.6.1.2.1.43.11.1.1.7',
  prtMarkerSuppliesMaxCapacity: '1.3.6.1.2.1.43.11.1.1.8',
  prtMarkerSuppliesLevel: '1.3.6.1.2.1.43.11.1.1.9',
  prtMarkerColorantValue: '1.3.6.1.2.1.43.12.1.1.4',
  prtAlertSeverityLevel: '1.3.6.1.2.1.43.18.1.1.2',
  prtAlertCode: '1.3.6.1.2.1.43.18.1.1.7',
  prtAlertDescription: '1.3.6.1.2.1.43.18.1.1.8',
} as const;

/** IEEE 1284 device id: port monitor MIB of the Printer Working Group, and HP's, which other makers answer too. */
export const deviceIds = {
  ppmPrinterIEEE1284DeviceId: '1.3.6.1.4.1.2699.1.2.1.2.1.1.3.1',
  hpDeviceId: '1.3.6.1.4.1.11.2.3.9.1.1.7.0',
} as const;
