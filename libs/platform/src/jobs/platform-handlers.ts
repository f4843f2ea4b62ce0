import { branchChanged, personErased, sendMail } from '@platen/contracts';
import type { ServiceName } from '../service-names';

/** Name of the consumer that keeps a service's own copy of branch settings; the platform gives it to every service. */
export function knowBranchHandler(service: ServiceName): string {
  return `${service}.know-branch`;
}

/** The event behind `known_branch`. */
export const knowBranchEvent = branchChanged;

/** Name of the consumer that makes a service forget to whom it wrote; the platform gives it to every service. */
export function forgetPersonHandler(service: ServiceName): string {
  return `${service}.forget-person`;
}

/** The event after which nobody's mails may be found under his address. */
export const forgetPersonEvent = personErased;

/** The one job that belongs to no service: its effect is a mark on the mail itself, wherever that is stored. */
export const sendMailHandler = sendMail.name;
