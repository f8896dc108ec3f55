/** Writes plain text so that MDX reads nothing else into it. */
export const mdxText = (text: string): string => text.replace(/[\\`*_~{}[\]<$&]/g, "\\$&");
