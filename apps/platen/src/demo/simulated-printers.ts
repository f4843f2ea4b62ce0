import type { World, WorldDevice, WorldSupply } from '@platen/contracts';
import { systemClock } from '@platen/kernel';
import { type SimulatedModel, startPrinterSimulator } from '@platen/testing/printer-simulator';
import { runsLow } from './world';

export interface SimulatedPrinter {
  readonly customerId: string;
  /** as the collector is told of it */
  readonly url: string;
  stop(): Promise<void>;
}

/** prtMarkerSuppliesType: toner, waste toner box. */
const supplyTypes = { toner: 3, waste: 4 } as const;
const DAYS_PER_MONTH = 30;
const SILENT_FROM_HOURS = 24;
/** Printed once, early in the demo's life: enough for the magenta that stands just above the reorder point. */
const RUNS_LOW_PAGES = 1200;
const RUNS_LOW_AFTER_MS = 25_000;

/**
 * Starts a simulated printer for every monitored machine of the demo that is not silent on purpose. Counters go on
 * from the demo's first start, so that they never fall between two starts.
 */
export async function simulatePrinters(world: World, since: Date): Promise<SimulatedPrinter[]> {
  const answering = world.devices.filter(
    (device) => device.monitored && (device.lastSeenHoursAgo ?? 0) < SILENT_FROM_HOURS,
  );
  return Promise.all(answering.map((device) => simulate(device, since)));
}

async function simulate(device: WorldDevice, since: Date): Promise<SimulatedPrinter> {
  const elapsedDays = (Date.now() - since.getTime()) / 86_400_000;
  const lastMonth = device.monthlyVolumes.at(-1) ?? { mono: 0, color: 0 };
  const pagesPerDay = (lastMonth.mono + lastMonth.color) / DAYS_PER_MONTH;
  const counted = sum(device);
  const printer = await startPrinterSimulator({
    port: 0,
    community: 'public',
    model: modelOf(device),
    serialNumber: device.serialNumber,
    name: device.name,
    location: [device.floor, device.room].filter(Boolean).join(' / '),
    supplies: Object.fromEntries(device.supplies.map((supply) => [supply.slot, startOf(supply)])),
    totalImpressions: counted.mono + counted.color,
    colorImpressions: counted.color,
    pagesPerDay,
    errors: device.errors,
    clock: systemClock,
  });
  printer.print(Math.floor(elapsedDays * pagesPerDay));
  const low = device.name === runsLow.device ? printMuch(printer, since) : null;
  return {
    customerId: device.customerId,
    url: printer.url,
    stop: () => {
      if (low) clearTimeout(low);
      return printer.stop();
    },
  };
}

/** A big job, once in the demo's life; a later start counts it as printed already. */
function printMuch(printer: { print(pages: number): void }, since: Date): NodeJS.Timeout | null {
  const due = since.getTime() + RUNS_LOW_AFTER_MS - Date.now();
  if (due > 0) return setTimeout(() => printer.print(RUNS_LOW_PAGES), due);
  printer.print(RUNS_LOW_PAGES);
  return null;
}

function modelOf(device: WorldDevice): SimulatedModel {
  const total = device.monthlyVolumes.reduce((pages, month) => pages + month.mono + month.color, 0);
  const color = device.monthlyVolumes.reduce((pages, month) => pages + month.color, 0);
  return {
    name: `${device.maker} ${device.model}`,
    isColor: color > 0,
    colorShare: total > 0 ? color / total : 0,
    parts: device.supplies.map((supply) => ({
      slot: supply.slot,
      description: supply.description,
      partNumber: supply.description.split(' ').at(-1) ?? '',
      type: supplyTypes[supply.kind === 'waste' ? 'waste' : 'toner'],
      color: supply.color,
      yieldImpressions: supply.levelPercent === null ? 0 : 20_000,
      receptacle: supply.class === 'receptacle',
    })),
  };
}

function startOf(supply: WorldSupply): { level: number | 'some'; serial: string } {
  return { level: supply.levelPercent ?? 'some', serial: supply.cartridgeSerial ?? '' };
}

/** Counters at the end of the loaded history: where the machine itself must go on. */
function sum(device: WorldDevice): { mono: number; color: number } {
  return device.monthlyVolumes.reduce(
    (meters, month) => ({ mono: meters.mono + month.mono, color: meters.color + month.color }),
    device.startMeters,
  );
}
