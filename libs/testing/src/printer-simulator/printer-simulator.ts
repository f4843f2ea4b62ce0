import type { Clock } from '@platen/kernel';
import { startAgent } from './agent';
import { type SimulatedModelName, simulatedModels } from './models';
import { printerView } from './printer-mib-rows';
import { type InitialState, PrinterState, type SimulatedLevel } from './printer-state';

export { type SimulatedModelName, simulatedModels } from './models';

/** Which machine to be. */
export interface PrinterSimulatorOptions extends InitialState {
  /** UDP port on the loopback; 0 takes a free one */
  port: number;
  community: string;
  model: SimulatedModelName;
  serialNumber: string;
  /** sysName */
  name: string;
  /** sysLocation */
  location: string;
  /** what the counters and levels move by */
  clock: Clock;
}

/** A running simulated printer. */
export interface PrinterSimulator {
  address: string;
  port: number;
  /** as the collector is told of it: udp://host:port?community=... */
  url: string;
  /** prints pages now, beside those that the clock brings */
  print(pages: number): void;
  /** @throws when the model has no such slot */
  setLevel(slot: string, level: SimulatedLevel): void;
  /** Puts a full cartridge (an empty receptacle) into a slot. @throws when the model has no such slot */
  replaceCartridge(slot: string, serial: string): void;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Starts a printer that answers SNMP v1 and v2c on UDP; its pages and levels move by the given clock. */
export async function startPrinterSimulator(options: PrinterSimulatorOptions): Promise<PrinterSimulator> {
  const state = new PrinterState(simulatedModels[options.model], options, () => options.clock.now());
  const agent = await startAgent({ ...options, host: LOOPBACK }, () => printerView(state, options));
  const changeAfterCatchUp = (change: () => void) => {
    state.catchUp();
    change();
  };
  return {
    address: LOOPBACK,
    port: agent.port,
    url: `udp://${LOOPBACK}:${agent.port}?community=${encodeURIComponent(options.community)}`,
    print: (pages) => changeAfterCatchUp(() => state.print(pages)),
    setLevel: (slot, level) =>
      changeAfterCatchUp(() => {
        state.partIn(slot).level = level;
      }),
    replaceCartridge: (slot, serial) =>
      changeAfterCatchUp(() => {
        const part = state.partIn(slot);
        part.serial = serial;
        part.level = part.yieldImpressions === 0 ? 'some' : 100;
      }),
    stop: () => agent.close(),
  };
}
