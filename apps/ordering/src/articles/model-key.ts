/** A model's name as it is compared: without regard to case and to how many spaces stand between the words. */
export function modelKey(model: string): string {
  return model.trim().replace(/\s+/g, ' ').toLowerCase();
}
