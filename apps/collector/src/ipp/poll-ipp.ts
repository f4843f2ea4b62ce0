import { decodeIpp, ippAttributesAsked, type IppAttributes } from '@platen/printer-mib';
import * as ipp from 'ipp-encoder';
import type { DevicePoll } from '../poll-device';
import { postIpp } from './post-ipp';

/** A printer that is asked by IPP. */
export interface IppTarget {
  readonly host: string;
  readonly port: number;
  /** `/ipp/print` with nearly all makers */
  readonly path: string;
  /** TLS, as nearly every printer has it: with a certificate of its own making */
  readonly isSecure: boolean;
}

/** The printer answered, and will not tell: a status of RFC 8011 4.1.6 from 0x0400 on. */
export class IppRefusedError extends Error {
  constructor(address: string, status: number) {
    super(`${address} refuses to tell its attributes (IPP status 0x${status.toString(16).padStart(4, '0')})`);
    this.name = 'IppRefusedError';
  }
}

/** What came back is not IPP. */
export class IppAnswerError extends Error {
  constructor(address: string, cause: unknown) {
    super(`${address} answers, but not with IPP`, { cause });
    this.name = 'IppAnswerError';
  }
}

const FIRST_REFUSAL = 0x0400;
const { CONSTANTS: tags } = ipp;

/**
 * Asks one printer for its attributes and decodes them, by a single request.
 * @throws IppRefusedError, IppAnswerError, IppSilentError
 */
export async function pollIpp(
  target: IppTarget,
  options: { timeoutMs: number; retries: number },
): Promise<DevicePoll> {
  const answer = await postIpp(target, getPrinterAttributes(target), options);
  return { ...decodeIpp(attributesOf(answer, `${target.host}:${target.port}`)), requests: 1 };
}

/** Get-Printer-Attributes (RFC 8011 4.2.5). */
function getPrinterAttributes({ host, port, path, isSecure }: IppTarget): Buffer {
  const printerUri = `${isSecure ? 'ipps' : 'ipp'}://${host.includes(':') ? `[${host}]` : host}:${port}${path}`;
  return ipp.request.encode({
    version: { major: 1, minor: 1 },
    operationId: tags.GET_PRINTER_ATTRIBUTES ?? 0x0b,
    requestId: 1,
    groups: [
      {
        tag: tags.OPERATION_ATTRIBUTES_TAG ?? 0x01,
        attributes: [
          { tag: tags.CHARSET ?? 0x47, name: 'attributes-charset', value: 'utf-8' },
          { tag: tags.NATURAL_LANG ?? 0x48, name: 'attributes-natural-language', value: 'en' },
          { tag: tags.URI ?? 0x45, name: 'printer-uri', value: printerUri },
          { tag: tags.KEYWORD ?? 0x44, name: 'requested-attributes', value: [...ippAttributesAsked] },
        ],
      },
    ],
  });
}

/** Attributes of the printer in an answer; those it does not know are in a group of their own and left alone. */
function attributesOf(body: Buffer, address: string): IppAttributes {
  const answer = decode(body, address);
  if (answer.statusCode >= FIRST_REFUSAL) throw new IppRefusedError(address, answer.statusCode);
  const group = answer.groups.find(({ tag }) => tag === (tags.PRINTER_ATTRIBUTES_TAG ?? 0x04));
  return new Map(group?.attributes.map(({ name, value }) => [name, value]));
}

function decode(body: Buffer, address: string): ipp.Response {
  try {
    return ipp.response.decode(body);
  } catch (cause) {
    throw new IppAnswerError(address, cause);
  }
}
