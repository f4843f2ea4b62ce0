/** Placeholder until pictures are reduced. */
export const smallPng = (png) => png;
