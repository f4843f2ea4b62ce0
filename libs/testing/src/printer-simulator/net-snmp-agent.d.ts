/** The part of net-snmp (which ships no types) that the printer simulator uses; see its index.js 3.29. */
declare module 'net-snmp' {
  import type { RemoteInfo, Socket } from 'node:dgram';

  interface AgentVarbind {
    oid: string;
    type: number;
    value: number | string | Buffer | null;
  }

  interface RequestPdu {
    varbinds: AgentVarbind[];
    nonRepeaters: number;
    maxRepetitions: number;
    getResponsePduForRequest(): ResponsePdu;
  }

  interface ResponsePdu {
    varbinds: AgentVarbind[];
    errorStatus: number;
    errorIndex: number;
  }

  interface RequestMessage {
    /** 0 is v1, 1 is v2c */
    version: number;
    pdu: RequestPdu;
  }

  type AnswerRequest = (socket: Socket, request: RequestMessage, from: RemoteInfo) => void;

  interface Agent {
    getRequest: AnswerRequest;
    getNextRequest: AnswerRequest;
    getBulkRequest: AnswerRequest;
    sendResponse(socket: Socket, from: RemoteInfo, request: RequestMessage, response: ResponsePdu): void;
    getAuthorizer(): { addCommunity(community: string): void };
    close(done?: () => void): void;
  }

  function createAgent(
    options: { port: number; address: string; dgramModule: { createSocket(): Socket } },
    onEvent: (error: Error | null) => void,
  ): Agent;
}
