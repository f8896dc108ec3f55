// Who may import whom. Each comment is what a developer reads when the rule stops them.
const dataDoor = "^engine/spec/";
const listedObjects = "^engine/(keras-object|initializers|regularizers|constraints)/";
const typeDoor = "^engine/types/";
const benchPeers = "(^|node_modules/)@(jax-js|tensorflow)/";
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

export default {
  forbidden: [
    rule(
      "engine-is-closed",
      "The engine imports nothing but the engine: no npm package, no React. What compiles its kernels is no part of it.",
      { path: "^engine/", pathNot: "^engine/backend/wasm/build\\.mjs$" },
      { pathNot: "^engine/" },
    ),
    rule(
      "spec-is-a-leaf",
      "engine/spec is data that everyone reads; it may not reach the numerics. The listed objects are part of it: their catalogues are what an argument accepts.",
      { path: dataDoor },
      { path: "^engine/", pathNot: [dataDoor, "^engine/errors\\.ts$", listedObjects] },
    ),
    rule(
      "types-are-a-leaf",
      "engine/types says what crosses folders and threads; every room reads it, so it may reach none.",
      { path: typeDoor },
      { pathNot: typeDoor },
    ),
    rule(
      "types-hold-no-values",
      "A value belongs in the room that makes it; engine/types is gone once it is compiled.",
      {},
      { path: typeDoor, dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "listed-objects-know-no-layer",
      "An initializer, regularizer, constraint or update rule makes numbers from numbers; it knows no layer.",
      {
        path: [
          "^engine/(keras-object|initializers|regularizers|constraints)/",
          "^engine/optimizers/rules/",
        ],
      },
      { path: "^engine/(core|backend|base-layer|layer|training|data)/" },
    ),
    rule(
      "layer-knows-no-optimizer",
      "An optimizer changes a layer from outside; the layer runs without one.",
      { path: "^engine/(layer|base-layer|core|backend)/" },
      { path: "^engine/optimizers/" },
    ),
    rule(
      "tensor-is-low",
      "tensor < core < backend < base-layer < layer < optimizers < training, graph: a lower room never imports a higher one.",
      { path: "^engine/(tensor|random)/" },
      { path: "^engine/(core|backend|base-layer|layer|training|data)/" },
    ),
    rule(
      "core-knows-tensors",
      "core is pure functions; it knows no backend and no layer.",
      { path: "^engine/core/" },
      { path: "^engine/(backend|base-layer|layer|training|data)/" },
    ),
    rule(
      "backend-knows-no-layer",
      "A backend runs kernels; it does not know which layer asked.",
      { path: "^engine/backend/" },
      { path: "^engine/(base-layer|layer|training|data)/" },
    ),
    rule(
      "layer-knows-no-training",
      "The layer is usable alone; a training run is built on top of it.",
      { path: "^engine/layer/" },
      { path: "^engine/(training|data)/" },
    ),
    rule(
      "engine-works-without-a-graph",
      "Only engine/graph knows engine/graph: a layer sees a graph through the interfaces in engine/base-layer.",
      { path: "^engine/(?!graph/)" },
      { path: "^engine/graph/" },
    ),
    rule(
      "inspection-is-on-top",
      "engine/inspection looks at a layer from outside, for figures; no other room of the engine needs it.",
      { path: "^engine/(?!inspection/)" },
      { path: "^engine/inspection/" },
    ),
    rule(
      "base-layer-knows-no-layer",
      "What all layers have in common is below any one of them.",
      { path: "^engine/base-layer/" },
      { path: "^engine/(layer|optimizers|training|data)/" },
    ),
    rule(
      "workers-host-the-engine",
      "workers/ may import engine/, comlink, and the libraries that read, pack and store tables.",
      { path: "^workers/" },
      {
        pathNot: [
          "^workers/",
          "^engine/",
          "node_modules/(comlink|papaparse|@types/papaparse|fflate|idb-keyval)/",
        ],
      },
    ),
    rule(
      "worker-client-holds-no-engine",
      "workers/client runs on the main thread: types and the spec only, or the engine would ship twice.",
      { path: "^workers/client/" },
      {
        path: ["^engine/", "^workers/table/", "^workers/[^/]+\\.worker\\.ts$"],
        pathNot: [dataDoor, typeDoor],
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "ui-uses-engine-doors",
      "components/ and app/ see the engine through engine/spec (data) and engine/types (types).",
      { path: "^(components|app)/" },
      { path: "^engine/", pathNot: [dataDoor, typeDoor] },
    ),
    rule(
      "ui-uses-worker-client",
      "components/ and app/ reach workers through workers/client only.",
      { path: "^(components|app)/" },
      { path: "^workers/", pathNot: "^workers/(client/index|contract)\\.ts$" },
    ),
    rule(
      "only-state-calls-workers",
      "A component asks components/state for a result; it does not call a worker itself.",
      { path: "^(components|app)/", pathNot: "^components/state/" },
      { path: "^workers/", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "only-state-touches-the-url",
      "The URL is read and written in components/state.",
      { path: "^(components|app)/", pathNot: "^components/state/" },
      { path: "node_modules/nuqs/" },
    ),
    rule(
      "components-below-app",
      "app/ composes components/, never the other way round.",
      { path: "^components/" },
      { path: "^app/" },
    ),
    rule(
      "charts-draw-numbers",
      "components/charts knows numbers and pixels: no spec, no state, no widget, no worker.",
      { path: "^components/charts/" },
      { path: ["^engine/", "^workers/", "^components/(?!charts/)"] },
    ),
    rule(
      "controls-know-the-spec-only",
      "A control gets a value and an onChange; it knows no URL, worker or chart.",
      { path: "^components/controls/" },
      { path: ["^workers/", "^components/(state|widgets|charts|mdx)/"] },
    ),
    rule(
      "measures-are-numbers",
      "components/measures reads numbers off a run: no control, state, widget or worker.",
      { path: "^components/measures/" },
      {
        path: [
          "^workers/",
          "^components/(state|widgets|charts|workbench|live-figure|run-figure|findings)/",
        ],
      },
    ),
    rule(
      "code-export-is-text",
      "components/code-export makes texts from arguments and results: it knows no component, no page and no library.",
      { path: "^components/code-export/" },
      { path: ["^workers/", "^components/(?!code-export/)", "node_modules/"] },
    ),
    rule(
      "findings-know-no-figure",
      "A finding is computed from a run, whichever figure draws it.",
      { path: "^components/findings/" },
      { path: ["^workers/", "^components/(state|widgets|live-figure|run-figure)/"] },
    ),
    rule(
      "comparisons-know-no-figure",
      "Two results are compared in numbers, whichever figure draws them.",
      { path: "^components/comparison/" },
      { path: ["^workers/", "^components/(widgets|live-figure|run-figure|findings|measures)/"] },
    ),
    rule(
      "live-figures-know-no-run",
      "What every figure has goes into live-figure; what only a run's figures have into run-figure, on top of it.",
      { path: "^components/live-figure/" },
      { path: "^components/(widgets|run-figure|findings)/" },
    ),
    rule(
      "widgets-are-islands",
      "A widget may not import another widget; share through charts, controls or state.",
      { path: "^components/widgets/([^/]+)/" },
      { path: "^components/widgets/[^/]+/", pathNot: "^components/widgets/$1/" },
    ),
    rule(
      "content-is-data",
      "content/ is read by the site and imports no code; only content/generate may: the engine, the table reader, and the list of widgets for their posters.",
      { path: "^content/" },
      {
        pathNot: [
          "^content/",
          "^engine/",
          "^workers/(table|data)/",
          "^components/widgets/registry\\.ts$",
        ],
        dependencyTypesNot: ["core"],
      },
    ),
    rule(
      "site-reads-no-generator",
      "A generator runs before the build, never inside it.",
      { pathNot: "^(content/generate|tests)/" },
      { path: "^content/generate/" },
    ),
    rule(
      "nothing-imports-tests",
      "Shipped code may not depend on tests.",
      { pathNot: "^tests/|^(vitest|playwright)\\.config\\.ts$" },
      { path: "^tests/" },
    ),
    rule(
      "peers-are-measured",
      "Only tests/bench may import the libraries that it measures; it installs them itself.",
      { pathNot: "^tests/bench/" },
      { path: benchPeers },
    ),
    rule("no-circular", "A cycle means that two modules are one module.", {}, { circular: true }),
    rule(
      "no-unresolvable",
      "This import does not resolve.",
      {},
      { couldNotResolve: true, pathNot: benchPeers },
    ),
    rule(
      "no-orphans",
      "Nobody imports this module.",
      {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "^(tests|app|content/generate)/",
          "\\.worker\\.ts$",
          "^(engine|workers)/tsconfig",
          "^[^/]+\\.(config\\.)?(js|mjs|ts|tsx)$",
          "\\.mdx?$",
          "\\.css$",
        ],
      },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|out)/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      mainFields: ["module", "main", "types"],
    },
  },
};
