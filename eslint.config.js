import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const noGlobals = (...names) => [
  "error",
  ...names.map((name) => ({ name, message: "The engine has no DOM, no clock and no process." })),
];

const syntax = {
  worker: {
    selector: "NewExpression[callee.name='Worker']",
    message: "Only workers/client starts a worker.",
  },
  enum: { selector: "TSEnumDeclaration", message: "Use a union of string literals." },
  defaultExport: { selector: "ExportDefaultDeclaration", message: "Use a named export." },
  clock: {
    selector:
      "CallExpression[callee.object.name=/^(Math|Date|performance)$/][callee.property.name=/^(random|now)$/]",
    message: "The engine is deterministic: randomness and time are arguments.",
  },
};

const d3Rule = {
  paths: [
    {
      name: "d3",
      importNames: [
        "select",
        "selectAll",
        "transition",
        "axisBottom",
        "axisLeft",
        "axisRight",
        "axisTop",
        "brush",
        "brushX",
        "brushY",
        "drag",
        "zoom",
      ],
      message: "React owns the DOM; d3 is for scales, shapes and maths.",
    },
    {
      name: "d3",
      importNames: ["mean", "variance", "deviation", "median", "fsum", "quantile"],
      message: "d3's variance divides by n - 1 and skips NaN. Statistics come from the engine.",
    },
    { name: "comlink", importNames: ["proxy"], message: "Plain data crosses the boundary." },
  ],
};

export default tseslint.config(
  {
    ignores: [
      "node_modules",
      ".next",
      ".next-*",
      "out",
      "next-env.d.ts",
      "test-results",
      "tests/.reports",
      "tests/bench/node_modules",
      // AssemblyScript looks like TypeScript and is not.
      "engine/backend/wasm/source",
      "engine/backend/wasm/kernels.generated.ts",
    ],
  },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  jsxA11y.flatConfigs.strict,
  reactHooks.configs.flat["recommended-latest"],
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js", "*.mjs", ".*.mjs"] },
        tsconfigRootDir: import.meta.dirname ?? new URL(".", import.meta.url).pathname,
      },
    },
    rules: {
      "no-restricted-syntax": ["error", syntax.worker, syntax.enum, syntax.defaultExport],
      "no-restricted-imports": ["error", d3Rule],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-params": "off",
      "@typescript-eslint/max-params": ["error", { max: 4 }],
      complexity: ["error", 12],
      "no-console": "error",
      eqeqeq: "error",
      "no-param-reassign": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["engine/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        syntax.worker,
        syntax.enum,
        syntax.defaultExport,
        syntax.clock,
      ],
      "no-restricted-globals": noGlobals(
        "window",
        "document",
        "fetch",
        "setTimeout",
        "setInterval",
        "process",
        "performance",
        "self",
      ),
      // Typed-array reads inside a loop over their own length cannot be undefined.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["workers/client/spawn.ts", "tests/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", syntax.enum, syntax.defaultExport] },
  },
  {
    files: ["app/**/*.tsx", "app/**/*.ts", "*.js", "*.mjs", ".*.mjs", "*.config.ts"],
    rules: { "no-restricted-syntax": ["error", syntax.worker, syntax.enum] },
  },
  {
    files: ["tests/**/*.{ts,tsx}", "content/generate/**/*.ts", "engine/backend/wasm/build.mjs"],
    rules: { "no-console": "off", "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["**/*.{js,mjs}"],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
);
