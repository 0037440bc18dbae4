/** Descriptions and examples of schemas are read by people; the document of the API and its tests see to them. */
const descriptions = {
  shouldIgnore({ node, parentPath }) {
    const isMeta = parentPath?.node.type === 'CallExpression' && parentPath.node.callee.property?.name === 'meta';
    return isMeta && node.type === 'ObjectExpression' ? 'a description' : undefined;
  },
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'descriptions', value: descriptions }];
