/** Name of a person; somebody who was deleted has a pseudonym for a first name and no other. */
export function personName({
  firstName,
  lastName,
}: {
  readonly firstName: string;
  readonly lastName: string;
}) {
  return `${firstName} ${lastName}`.trim();
}
