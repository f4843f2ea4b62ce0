/** Characters of a key that are kept readable: the product's mark and enough of the key to tell it from others. */
export const KEY_PREFIX_LENGTH = 12;
