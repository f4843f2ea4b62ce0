import { demoPassword } from '../demo/world/people';

export interface Started {
  readonly url: string;
  readonly mailbox: string | null;
  readonly demo: boolean;
  readonly seconds: number;
}

const signIns = [
  ['elena.bianchi@rossi.example', 'administrator, Italian branch'],
  ['marco.conti@rossi.example', 'member who sees one site'],
  ['sanne.devries@vandijk.example', 'administrator, Dutch branch'],
  ['desk.it@platen.example', "provider's service desk, Italy"],
  ['admin.nl@platen.example', "provider's branch administrator, Netherlands"],
] as const;

/** What the person who started it needs to know now. */
export function describeStart({ url, mailbox, demo, seconds }: Started): string {
  const lines = ['', `Ready in ${seconds.toFixed(1)} s`, `  Portal   ${url}`];
  if (mailbox) lines.push(`  Mailbox  ${mailbox}`);
  if (demo) {
    lines.push('', `Sign in with one of these, password ${demoPassword}`);
    for (const [email, role] of signIns) lines.push(`  ${email.padEnd(32)} ${role}`);
    lines.push(
      '',
      'Within two minutes a printer runs low, a cartridge is ordered and its confirmation arrives in the mailbox.',
    );
  }
  lines.push('Stop with Ctrl-C; the data stay.', '');
  return lines.join('\n');
}
