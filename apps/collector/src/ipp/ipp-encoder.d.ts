/** The part of ipp-encoder (which ships no types) that the collector uses; see its README. */
declare module 'ipp-encoder' {
  interface Attribute {
    /** one of the value tags of RFC 8010 3.5.2 */
    tag: number;
    name: string;
    value: unknown;
  }

  interface Group {
    tag: number;
    attributes: Attribute[];
  }

  interface Request {
    version: { major: number; minor: number };
    operationId: number;
    requestId: number;
    groups: Group[];
  }

  interface Response {
    statusCode: number;
    requestId: number;
    groups: (Omit<Group, 'attributes'> & { attributes: (Attribute & { value: unknown[] })[] })[];
  }

  const request: { encode(request: Request): Buffer };
  const response: { decode(answer: Buffer): Response };
  const CONSTANTS: Readonly<Record<string, number>>;
}
