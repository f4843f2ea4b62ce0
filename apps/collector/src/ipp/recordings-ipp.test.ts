import { type IppExpectation, loadIppExpectations } from '../../test/ipp-expectation';
import { type Replay, hasRecordings, startIppReplay } from '../../test/replay';
import { IppRefusedError, pollIpp } from './poll-ipp';

const describeRecordings = hasRecordings ? describe : describe.skip;
if (!hasRecordings) process.stdout.write('IPP recordings of real printers are not here: skipped.\n');

describeRecordings('IPP recordings of real printers over HTTP', () => {
  let replay: Replay;
  beforeAll(async () => {
    replay = await startIppReplay();
  });
  afterAll(() => replay.stop());

  const poll = (id: string) =>
    pollIpp(
      { host: '127.0.0.1', port: replay.port, path: `/${id}`, isSecure: false },
      { timeoutMs: 2000, retries: 0 },
    );
  const all = hasRecordings ? loadIppExpectations() : [];
  const answering = all.filter(({ oracle }) => Object.keys(oracle.attributes).length > 0);

  test.each(answering.map((expectation) => [expectation.id, expectation] as const))(
    '%s: every value that the other parser reads is right',
    async (id, expectation) => {
      const { identity, status, supplies, alerts } = await poll(id);
      const { info, markers, state, attributes } = expectation.oracle;
      expect(`${identity.maker} ${identity.model}`.toLowerCase()).toContain(expectation.vendor);
      expect(expectation.model.replace(/ series$/i, '')).toContain(identity.model);
      expect(identity.name).toBe(info?.printer_name);
      expect(identity.location).toBe(info?.location || null);
      expect(identity.firmware).toBe(info?.version ?? null);
      if (info?.serial) expect(identity.serial).toBe(info.serial);
      const byName = [...supplies].sort((a, b) => Number(a.index.slice(4)) - Number(b.index.slice(4)));
      expect(byName).toHaveLength(markers?.length ?? 0);
      expect(levels(expectation)).toEqual(
        byName.filter(isComparable).map(({ levelPercent }) => levelPercent),
      );
      expect(state?.printer_state).toBe('idle');
      expect(['idle', 'warning']).toContain(status.state);
      const said = [attributes['printer-alert-description'] ?? []].flat();
      expect(alerts.map(({ description }) => description)).toEqual(said.map((text) => String(text).trim()));
    },
  );

  const isComparable = ({ kind }: { kind: string }) => kind !== 'waste';

  /** The other parser sorts markers by name; the device's own order is that of marker_id. */
  function levels({ oracle }: IppExpectation): number[] {
    return [...(oracle.markers ?? [])]
      .map((marker, at) => ({ ...marker, id: 'marker_id' in marker ? Number(marker.marker_id) : at }))
      .filter(({ marker_type }) => !marker_type.startsWith('waste'))
      .sort((a, b) => a.id - b.id)
      .map(({ level }) => level);
  }

  test('the colours and serial numbers that only the device id tells', async () => {
    expect((await poll('kyocera-ecosysm2040dn')).identity.serial).toBe('VCF9192281');
    const { supplies, status } = await poll('brother-mfcj5320dw');
    expect(supplies.map(({ color, kind }) => `${kind} ${color}`)).toEqual([
      'ink magenta',
      'ink cyan',
      'ink yellow',
      'ink black',
    ]);
    expect(status).toEqual({ state: 'warning', errors: ['lowToner'] });
  });

  test('a refusal is an error that says its status', async () => {
    await expect(poll('error-0x0503')).rejects.toThrow(IppRefusedError);
    await expect(poll('error-0x0503')).rejects.toThrow('0x0503');
  });

  test.each(['empty-attribute-group', 'kyocera-ecosysm2540dn-getjobs'])(
    '%s: an answer without printer attributes is an empty poll',
    async (id) => {
      const { supplies, meters, identity } = await poll(id);
      expect({ supplies, meters, model: identity.model }).toEqual({ supplies: [], meters: [], model: null });
    },
  );
});
