const { isInterfaceType } = require('graphql');

/**
 * Plugin of codegen.ts: which types implement each interface, for Apollo's cache. Without a type in this list
 * `... on UserError` would not match it, and a refusal would reach the portal without words.
 */
module.exports.plugin = (schema) => {
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  const members = interfaces.map((each) => [
    each.name,
    schema
      .getPossibleTypes(each)
      .map(({ name }) => name)
      .sort(),
  ]);
  return `/** Types that implement each interface of the graph. */\nexport const possibleTypes = ${JSON.stringify(Object.fromEntries(members), null, 2)};\n`;
};
