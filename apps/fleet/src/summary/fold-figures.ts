import { defineJob } from '@platen/contracts';
import { z } from 'zod';

/** Sums up the figures that are kept of each tenant as differences, so that reading them stays cheap. */
export const foldFigures = defineJob({ name: 'fleet.fold-figures', payload: z.object({}) });
