import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type AgentVarbind, createAgent, type RequestMessage } from 'net-snmp';
import { endOfMibView, type MibView, noSuchInstance } from './mib-view';

const NO_SUCH_NAME = 2;
const VERSION_1 = 0;
/** Varbinds of one GETBULK answer: fits a datagram. */
const BULK_LIMIT = 80;

/** A running agent. */
export interface RunningAgent {
  port: number;
  close(): Promise<void>;
}

/**
 * Answers GET, GETNEXT and GETBULK of SNMP v1 and v2c from a view taken anew for every request. net-snmp listens,
 * checks the community (a wrong one is met with silence), decodes and encodes; its own MIB tree is not used,
 * because it wants every value registered beforehand.
 */
export async function startAgent(
  options: { host: string; port: number; community: string },
  view: () => MibView,
): Promise<RunningAgent> {
  const socket = createSocket('udp4');
  socket.bind(options.port, options.host);
  await once(socket, 'listening');
  // net-snmp takes port 0 for 161, so it is given a socket that is bound already.
  const bound: Socket = Object.assign(socket, { bind: () => socket });
  const { port } = socket.address();
  const agent = createAgent(
    { port, address: options.host, dgramModule: { createSocket: () => bound } },
    () => undefined,
  );
  agent.getAuthorizer().addCommunity(options.community);
  agent.getRequest = answer(({ pdu }) =>
    pdu.varbinds.map(({ oid }) => found(oid, view().at(oid), noSuchInstance)),
  );
  agent.getNextRequest = answer(({ pdu }) => pdu.varbinds.map(({ oid }) => next(view(), oid)));
  agent.getBulkRequest = answer(({ pdu }) => bulk(view(), pdu));
  return { port, close: () => new Promise((done) => agent.close(done)) };

  function answer(varbindsFor: (request: RequestMessage) => AgentVarbind[]): typeof agent.getRequest {
    return (from, request, sender) => {
      const response = request.pdu.getResponsePduForRequest();
      response.varbinds = varbindsFor(request);
      if (request.version === VERSION_1) refuseMissing(request, response);
      agent.sendResponse(from, sender, request, response);
    };
  }
}

/** v1 has no marks for missing values: the first one makes the whole answer an error. */
function refuseMissing(
  request: RequestMessage,
  response: { varbinds: AgentVarbind[]; errorStatus: number; errorIndex: number },
): void {
  const missing = response.varbinds.findIndex(({ type }) => type === noSuchInstance || type === endOfMibView);
  if (missing < 0) return;
  response.errorStatus = NO_SUCH_NAME;
  response.errorIndex = missing + 1;
  response.varbinds = request.pdu.varbinds.map(({ oid }) => ({ oid, type: NULL, value: null }));
}

const NULL = 5;

function found(oid: string, object: AgentVarbind | undefined, otherwise: number): AgentVarbind {
  return object ?? { oid, type: otherwise, value: null };
}

function next(view: MibView, oid: string): AgentVarbind {
  return found(oid, view.after(oid), endOfMibView);
}

function bulk(view: MibView, pdu: RequestMessage['pdu']): AgentVarbind[] {
  const varbinds = pdu.varbinds.slice(0, pdu.nonRepeaters).map(({ oid }) => next(view, oid));
  let row = pdu.varbinds.slice(pdu.nonRepeaters);
  for (
    let i = 0;
    i < pdu.maxRepetitions && varbinds.length + row.length <= BULK_LIMIT && row.length > 0;
    i++
  ) {
    row = row.map((previous) => next(view, previous.oid));
    varbinds.push(...row);
  }
  return varbinds;
}
