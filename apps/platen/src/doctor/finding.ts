/** What one check found: how it stands, the evidence, and the command or act that mends it. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly evidence: string;
  readonly mend: string | null;
}

export type Check = () => Promise<Finding[]>;

export const fine = (check: string, evidence: string): Finding => ({
  check,
  state: 'ok',
  evidence,
  mend: null,
});
export const warning = (check: string, evidence: string, mend: string): Finding => ({
  check,
  state: 'warning',
  evidence,
  mend,
});
export const failed = (check: string, evidence: string, mend: string): Finding => ({
  check,
  state: 'failed',
  evidence,
  mend,
});

/** Runs a check; what it throws is a finding too. */
export async function examine(name: string, check: Check): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    const evidence = error instanceof Error ? error.message || error.name : String(error);
    return [failed(name, evidence, 'See docs/operations.md')];
  }
}
