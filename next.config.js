import createMDX from "@next/mdx";

const basePath = process.env.BASE_PATH ?? "";

// Turbopack hands plugins to Rust, so they are named rather than imported.
const withMDX = createMDX({
  options: {
    remarkPlugins: [["remark-gfm"], ["remark-math"]],
    rehypePlugins: [["rehype-slug"], ["rehype-katex", { output: "htmlAndMathml", strict: true }]],
  },
});

/** @type {import("next").NextConfig} */
const nextConfig = {
  output: "export",
  basePath,
  // A second build beside the first, e.g. one for another base path, needs a folder of its own.
  ...(process.env.DIST_DIR !== undefined && { distDir: process.env.DIST_DIR }),
  env: { NEXT_PUBLIC_BASE_PATH: basePath },
  // `npm run types` checks the whole project, tests included; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  pageExtensions: ["ts", "tsx", "mdx"],
  reactStrictMode: true,
  // What it cannot compile would be drawn anew at every change: better no build.
  reactCompiler: { panicThreshold: "all_errors" },
  poweredByHeader: false,
};

export default withMDX(nextConfig);
