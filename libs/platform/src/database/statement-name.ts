const names = new Map<string, string>();

/**
 * A short name for a statement's text, the same for the same text within this process, so that each connection
 * parses and plans it once. Texts are static, which bounds the map by the size of the code.
 */
export function statementName(sql: string): string {
  let name = names.get(sql);
  if (!name) {
    name = `s${names.size}`;
    names.set(sql, name);
  }
  return name;
}
