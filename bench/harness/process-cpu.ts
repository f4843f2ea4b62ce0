import { readFileSync, readdirSync } from 'node:fs';

/** Ticks of utime and stime in a second (USER_HZ, 100 on every Linux that runs Node). */
const TICKS_PER_SECOND = 100;

interface Stat {
  readonly parent: number;
  readonly ticks: number;
}

/**
 * CPU time that a process and all its living descendants have used so far, in milliseconds.
 * @see proc(5): /proc/PID/stat, fields 4 (ppid), 14 (utime) and 15 (stime)
 */
export function cpuMsOfTree(root: number): number {
  const stats = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readStat(name) : null;
    if (stat) stats.set(Number(name), stat);
  }
  let ticks = 0;
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    ticks += stats.get(pid)?.ticks ?? 0;
    for (const [child, { parent }] of stats) if (parent === pid) waiting.push(child);
  }
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/** @returns null for a process that has ended meanwhile */
function readStat(pid: string): Stat | null {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null;
  }
}

/** Fields are counted after the name, which stands in brackets and may itself hold spaces and brackets. */
export function parseStat(line: string): Stat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}
