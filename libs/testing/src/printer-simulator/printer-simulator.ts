import type { Clock } from '@platen/kernel';
import { startAgent } from './agent';
import { type SimulatedModel, type SimulatedModelName, simulatedModels } from './models';
import { type SimulatedError, printerView } from './printer-mib-rows';
import { type InitialState, PrinterState, type SimulatedLevel } from './printer-state';

export { type SimulatedModel, type SimulatedModelName, type SimulatedPart, simulatedModels } from './models';
export type { SimulatedError } from './printer-mib-rows';

/** Which machine to be. */
export interface PrinterSimulatorOptions extends InitialState {
  /** UDP port on the loopback; 0 takes a free one */
  port: number;
  /** address of the loopback network, 127.0.0.1 unless told */
  address?: string;
  community: string;
  /** one of the machines that exist here, or one described by the caller */
  model: SimulatedModelName | SimulatedModel;
  serialNumber: string;
  /** sysName */
  name: string;
  /** sysLocation */
  location: string;
  /** what keeps it from printing, if anything */
  errors?: readonly SimulatedError[];
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
  const model = typeof options.model === 'string' ? simulatedModels[options.model] : options.model;
  const state = new PrinterState(model, options, () => options.clock.now());
  const { address = LOOPBACK } = options;
  const agent = await startAgent({ ...options, host: address }, () => printerView(state, options));
  const changeAfterCatchUp = (change: () => void) => {
    state.catchUp();
    change();
  };
  return {
    address,
    port: agent.port,
    url: `udp://${address}:${agent.port}?community=${encodeURIComponent(options.community)}`,
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
