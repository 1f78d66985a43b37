/** The shipped layers, lowest first: each imports itself and what stands before it, nothing after. */
const LAYERS = ["lib", "constructs", "stacks", "cli"];
/** The packages' entries, and the cdktf app. */
const ENTRIES = "^[^/]+\\.ts$";
const SHIPPED = `^(lib|hosts|constructs|stacks|observe|gateway|rollout|cli)/|${ENTRIES}`;
/** Of hosts/, what makes resources; all else there is as pure as lib/, and a step in its order. */
const HOST_CONSTRUCTS = "^hosts/([^/]+/constructs/|zones\\.ts$)";
/** Packages that the user's own copy of is used; where they are optional, only their host may need them. */
const PEERS = Object.keys(require("./package.json").peerDependencies).join("|").replaceAll(".", "\\.");
/** All folders of the layers, for rules about what stands beside them. */
const ABOVE_LIB = "^(constructs|stacks|observe|gateway|rollout|cli)/";

const layerRules = LAYERS.slice(0, -1).map((layer, place) => ({
  name: `${layer}-knows-only-what-is-below`,
  severity: "error",
  from: { path: `^${layer}/` },
  to: {
    path: [
      ...LAYERS.slice(place + 1).map((above) => `^${above}/`),
      ...(layer === "lib" ? [HOST_CONSTRUCTS] : []),
      ENTRIES,
    ],
  },
}));

/**
 * The folders of lib/ in their order, lowest first; those of one step know nothing of each other. A file that stands in
 * lib/ itself is the vocabulary of all of them, but for index.ts, which is what the package shows. hosts/ is one of the
 * steps: what a host demands needs names and records, and whoever reads an estate or a plan asks it.
 */
const LIB_ORDER = [
  ["lib/dns"],
  ["lib/active-directory", "lib/plan", "lib/schema"],
  ["hosts"],
  ["lib/exchange", "lib/incident", "lib/microsoft", "lib/senders"],
  ["lib/identity"],
  ["lib/estate", "lib/mail", "lib/tenant-reading"],
  ["lib/domain", "lib/message"],
  ["lib/declare", "lib/permissions", "lib/scripts"],
  ["lib/posture", "lib/world"],
  ["lib/rules"],
  ["lib/adopt", "lib/review"],
  ["lib/report"],
];

const orderRules = [
  {
    name: "lib-vocabulary-knows-no-folder",
    severity: "error",
    from: { path: "^lib/[^/]+\\.ts$", pathNot: "^lib/index\\.ts$" },
    to: { path: ["^lib/([^/]+/|index\\.ts$)", "^hosts/"] },
  },
  ...LIB_ORDER.flatMap((step, place) =>
    step.map((folder) => {
      const known = [folder, ...LIB_ORDER.slice(0, place).flat()].join("|");
      return {
        name: `${folder.replace("/", "-")}-knows-only-what-is-below`,
        severity: "error",
        from: { path: `^${folder}/`, pathNot: HOST_CONSTRUCTS },
        to: { path: "^(lib|hosts)/", pathNot: `^((${known})/|lib/(?!index\\.ts$)[^/]+\\.ts$)` },
      };
    }),
  ),
];

const hostRules = [
  {
    name: "hosts-know-nothing-of-each-other",
    severity: "error",
    from: { path: "^hosts/([^/]+)/" },
    to: { path: "^hosts/(?!$1/)[^/]+/" },
  },
  {
    name: "hosts-know-nothing-of-their-list",
    severity: "error",
    from: { path: "^hosts/[^/]+/" },
    to: { path: "^hosts/(index|zones)\\.ts$" },
  },
  {
    name: "shared-code-knows-no-host",
    comment: "it asks hosts/index.ts; stacks of the AWS CDK are Route 53's alone",
    severity: "error",
    from: { path: "^(lib|constructs|stacks|observe|gateway|rollout|cli)/", pathNot: "^stacks/aws/" },
    to: { path: "^hosts/[^/]+/" },
  },
  {
    name: "hosts-are-pure-but-for-their-constructs",
    severity: "error",
    from: { path: "^hosts/", pathNot: HOST_CONSTRUCTS },
    to: { path: [HOST_CONSTRUCTS, ABOVE_LIB] },
  },
  {
    name: "constructs-of-hosts-know-only-what-is-below",
    severity: "error",
    from: { path: HOST_CONSTRUCTS },
    to: { path: ["^(stacks|observe|gateway|rollout|cli)/", ENTRIES] },
  },
  {
    name: "provider-of-a-host-for-it-alone",
    comment:
      "loaded, and but for Cloudflare's installed, only by those who have a zone there; azuread is no host's",
    severity: "error",
    from: { path: SHIPPED, pathNot: "^hosts/[^/]+/constructs/|^main\\.ts$" },
    to: { path: "node_modules/@cdktf/provider-(?!azuread/)" },
  },
];

/** test/layers.test.ts plants a violation of each of these rules, and fails for a rule it has none for. */
/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...orderRules,
    ...hostRules,
    {
      name: "provider-knows-only-lib",
      comment: "the Terraform provider is a program of its own, bundled into one file",
      severity: "error",
      from: { path: "^provider/" },
      to: { path: [ABOVE_LIB, HOST_CONSTRUCTS, "^sandbox/", ENTRIES] },
    },
    {
      name: "sandbox-knows-only-lib-and-the-plugin-layer",
      comment: "programs of their own, bundled: the loopback cloud, and its providers on our plugin layer",
      severity: "error",
      from: { path: "^sandbox/" },
      to: { path: [ABOVE_LIB, HOST_CONSTRUCTS, "^provider/(?!plugin/|http/|microsoft-auth/)", ENTRIES] },
    },
    {
      name: "sandbox-signs-in-from-its-azuread-only",
      comment: "which signs in as the real azuread does; the cloud itself is the other side",
      severity: "error",
      from: { path: "^sandbox/(?!providers/azuread/)" },
      to: { path: "^provider/microsoft-auth/" },
    },
    {
      name: "programs-are-no-library",
      comment: "what the provider and the sandbox need is bundled, not installed with the package",
      severity: "error",
      from: { path: SHIPPED },
      to: { path: "^(provider|sandbox)/" },
    },
    {
      name: "observe-gateway-and-rollout-know-only-lib",
      comment: "one looks at the live world, the other runs Terraform; neither makes stacks",
      severity: "error",
      from: { path: "^(observe|gateway|rollout)/" },
      to: { path: ["^(constructs|stacks|cli)/", ENTRIES] },
    },
    {
      name: "gateway-knows-only-lib",
      comment: "a process of its own before an API; the command line brings it and a rollout together",
      severity: "error",
      from: { path: "^(gateway|observe|rollout)/" },
      to: { path: "^(gateway|observe|rollout)/", pathNot: "^$1/" },
    },
    {
      name: "stacks-run-and-observe-nothing",
      severity: "error",
      from: { path: "^(lib|hosts|constructs|stacks)/" },
      to: { path: "^(observe|gateway|rollout)/" },
    },
    {
      name: "plugin-knows-no-microsoft",
      severity: "error",
      from: { path: "^provider/plugin/" },
      to: { path: ["^provider/(?!plugin/)", "^lib/(?!fault\\.ts$|closest\\.ts$|visible\\.ts$)"] },
    },
    {
      name: "lib-is-pure",
      comment: "mail as data: no cdktf, no I/O, no clock; what is not listed here is not pure",
      severity: "error",
      from: { path: "^(lib|hosts)/", pathNot: HOST_CONSTRUCTS },
      to: {
        pathNot: [
          "^(lib|hosts)/",
          ABOVE_LIB,
          ENTRIES,
          "^(node:)?(crypto|url)$",
          "node_modules/(ipaddr\\.js|js-yaml|tldts|valibot)/",
        ],
      },
    },
    {
      name: "constructs-do-no-io",
      comment: "props in, resources out",
      severity: "error",
      from: { path: ["^constructs/", HOST_CONSTRUCTS] },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
    },
    {
      name: "index-knows-no-command-line",
      severity: "error",
      from: { path: ENTRIES, pathNot: "^main\\.ts$" },
      to: { path: ["^cli/", "^main\\.ts$"] },
    },
    {
      name: "deep-imports-of-providers-only",
      comment: "the index of a provider package loads every resource: 0.6 s and 180 MB",
      severity: "error",
      from: {},
      to: { path: "node_modules/@cdktf/provider-[^/]+/lib/index\\.(js|d\\.ts)$" },
    },
    {
      name: "aws-cdk-only-for-those-who-use-it",
      comment: "not installed with the package (decision 019): only what is loaded for Route 53 may need it",
      severity: "error",
      from: { path: SHIPPED, pathNot: ["^hosts/route53/constructs/", "^stacks/aws/", "^aws\\.ts$"] },
      to: { path: "node_modules/aws-cdk-lib/" },
    },
    {
      name: "aws-cdk-and-cdktf-apart",
      comment: "a program of the AWS CDK has no cdktf, and the other way round",
      severity: "error",
      from: {
        path: [
          "^constructs/mail/",
          "^hosts/route53/",
          "^constructs/(tokens|grouping|construct-id)\\.ts$",
          "^stacks/aws/",
          "^aws\\.ts$",
        ],
      },
      to: { path: "node_modules/(cdktf|@cdktf)/" },
    },
    {
      name: "cdktf-behind-the-gate",
      comment:
        "elements are made through gated classes, which only Terraform text passes (decision 030); the stack itself, its annotations and the app hold none",
      severity: "error",
      from: {
        path: ["^(constructs|stacks)/", "^hosts/[^/]+/constructs/"],
        pathNot: [
          "^constructs/terraform/",
          "^constructs/exchange/m365/",
          "/bindings\\.ts$",
          "^stacks/(mail-stack|annotate|synthesize-stacks|resource-uses|write-stack)\\.ts$",
          // Has no cdktf at all, by the rule above.
          "^stacks/aws/",
        ],
      },
      to: {
        path: ["node_modules/(cdktf|@cdktf)/", "^constructs/exchange/m365/"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "deep-imports-of-aws-cdk-only",
      severity: "error",
      from: {},
      to: { path: "node_modules/aws-cdk-lib/index\\.(js|d\\.ts)$" },
    },
    {
      name: "no-cycles",
      comment: "nor of types only: two files that cannot be read apart are one thing",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-dev-dependencies",
      comment: "not even for types: a consumer's compiler reads them too",
      severity: "error",
      from: { path: SHIPPED },
      to: { dependencyTypes: ["npm-dev"], pathNot: `node_modules/(@types|${PEERS})/` },
    },
    {
      name: "no-undeclared-packages",
      severity: "error",
      from: { path: SHIPPED },
      // An optional peer has this type too.
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"], pathNot: `node_modules/(${PEERS})/` },
    },
    {
      name: "nothing-unshipped-is-needed",
      severity: "error",
      from: { path: SHIPPED },
      to: { path: "^(test|bench|scripts|examples)/" },
    },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    exclude: { path: "^(dist|cdktf\\.out)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["require", "node", "default", "types"],
    },
  },
};
