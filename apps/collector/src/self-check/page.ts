import type { CollectorStatus, DeviceState } from '../status';

/** What a try of one address brought, in words. */
export interface Tried {
  readonly address: string;
  readonly words: string;
}

const outcomes: Readonly<Record<DeviceState['outcome'], string>> = {
  REACHED: 'read',
  SILENT: 'does not answer: off, unreachable, or another community or SNMP version',
  ACCESS_REFUSED: 'answers, but refuses this user',
  UNKNOWN_HOST: 'the name is unknown on this network',
  ENDLESS: 'was asked too often without coming to an end',
  NO_PRINTER: 'answers, but is no printer',
  NOT_IPP: 'answers, but not by IPP',
  OTHER: 'could not be read; the log says why',
};

/** The collector's own page: plain HTML, nothing from elsewhere, in words that a technician can read out on the phone. */
export function pageOf(status: CollectorStatus, now: Date, tried: Tried | null): string {
  const reached = [...status.devices.values()].filter(({ outcome }) => outcome === 'REACHED').length;
  const facts: readonly (readonly [string, string])[] = [
    ['Gateway', gatewayWords(status)],
    ['Last round', status.isBusy ? 'running now' : ageOf(status.lastRoundAt, now)],
    ['Last upload', ageOf(status.lastUploadAt, now)],
    ['Waiting on the disk', `${status.spoolBytes} bytes`],
    ['Machines', `${reached} of ${status.devices.size} read in the last round`],
    ['Clock', clockWords(status)],
    ['Version', status.version + (status.release ? ` (${status.release.version} is there)` : '')],
    ['Running since', status.startedAt.toISOString()],
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Platen collector</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #d8d8de;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600;white-space:nowrap}.note{border:1px solid #1b1b1f;padding:.5rem .75rem}input,button{font:inherit;padding:.35rem .6rem}
@media (prefers-color-scheme:dark){body{color:#e8e8ec;background:#17171a}th,td{border-color:#3a3a42}.note{border-color:#e8e8ec}a{color:inherit}}
</style></head><body><main><h1>${escaped(status.name ?? 'Platen collector')}</h1>
${noteOf(status)}${releaseNote(status)}
<table><caption hidden>State</caption>${facts.map(([name, words]) => row(name, words)).join('')}</table>
<h2>Try one address</h2><form method="post" action="/test"><label for="address">Address of a printer in this collector's ranges</label>
<input id="address" name="address" required maxlength="253" autocomplete="off"> <button>Try</button></form>
${tried ? `<p class="note" role="status">${escaped(tried.address)}: ${escaped(tried.words)}</p>` : ''}
${deviceTable(status, now)}${coverageTable(status)}</main></body></html>`;
}

function noteOf(status: CollectorStatus): string {
  if (status.gateway === 'refused')
    return `<p class="note" role="alert">The key of this collector was taken away. Nothing is read or sent; what waits on the disk is kept. Make a new code in the portal and enrol this collector again.</p>`;
  if (status.isClockOff)
    return `<p class="note" role="alert">The clock of this machine is off. Readings are dated by the gateway's clock until it is set right.</p>`;
  return '';
}

/** Shown only for a statement whose signature was right. */
function releaseNote({ release }: CollectorStatus): string {
  if (!release) return '';
  const { version, releasedOn, notesUrl, sha256 } = release;
  return `<p class="note">Version ${escaped(version)} of ${escaped(releasedOn)} is there: <a href="${escaped(notesUrl)}" rel="noreferrer">what is new</a>. SHA-256 ${escaped(sha256)}</p>`;
}

function gatewayWords({ gateway }: CollectorStatus): string {
  return {
    unknown: 'not asked yet',
    online: 'reached',
    absent: 'cannot be reached; readings wait on the disk',
    refused: 'refuses the key of this collector',
  }[gateway];
}

function clockWords({ clockOffsetMs, isClockOff }: CollectorStatus): string {
  if (clockOffsetMs === null) return 'not compared yet';
  const seconds = Math.round(Math.abs(clockOffsetMs) / 1000);
  const words = `${seconds} s ${clockOffsetMs < 0 ? 'behind' : 'ahead of'} the gateway's`;
  return isClockOff ? `off: ${words}` : `right (${words})`;
}

function deviceTable({ devices }: CollectorStatus, now: Date): string {
  if (devices.size === 0) return '<h2>Machines</h2><p>None was read yet.</p>';
  const rows = [...devices].map(([address, { at, outcome, words }]) =>
    row(address, [words, outcomes[outcome], ageOf(at, now)].filter(Boolean).join(' · ')),
  );
  return `<h2>Machines</h2><table><caption hidden>Machines of the last round</caption>${rows.join('')}</table>`;
}

function coverageTable({ coverage }: CollectorStatus): string {
  if (coverage.length === 0) return '';
  const rows = coverage.map(({ range, addresses, asked, printers, others }) =>
    row(range, `${asked} of ${addresses} addresses asked, ${printers} printers, ${others} other machines`),
  );
  return `<h2>Ranges</h2><table><caption hidden>Ranges</caption>${rows.join('')}</table>`;
}

const row = (name: string, words: string) =>
  `<tr><th scope="row">${escaped(name)}</th><td>${escaped(words)}</td></tr>`;

function ageOf(at: Date | null, now: Date): string {
  if (at === null) return 'never';
  const minutes = Math.round((now.getTime() - at.getTime()) / 60_000);
  return minutes < 1 ? 'just now' : `${minutes} min ago (${at.toISOString()})`;
}

/** What machines say of themselves is text, never markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
