// jest's runtime, with each source compiled once a worker.
//
// jest compiles every module anew for every test file, by vm.compileFunction with a hook for import(), which keeps V8
// from using what it compiled before. A vm.Script is compiled once, with the functions that ran already, and runs in
// each test file's own context: modules are as apart as before. import() of the sources is require by then (swc).
const vm = require("node:vm");
const { default: Runtime } = require("jest-runtime");

/** What was compiled in this process, by file. */
const scripts = new Map();

const compileFunction = vm.compileFunction;

vm.compileFunction = (source, parameters, options) => {
  const { filename, parsingContext } = options;
  if (parsingContext === undefined || filename === undefined)
    return compileFunction(source, parameters, options);
  const known = scripts.get(filename);
  const script =
    known !== undefined && known.source === source
      ? known.script
      : new vm.Script(`(function(${parameters.join(",")}){${countingOnce(source)}\n})`, { filename });
  if (script !== known?.script) scripts.set(filename, { source, script });
  return script.runInContext(parsingContext);
};

/**
 * How often each statement, function and branch of the sources ran in this process, by file, as instrumented modules
 * count. All test files of a worker count in one place.
 */
const counted = {};
/** By file: how much of it ran, when it was told last. */
const told = new Map();

/** A runtime whose test files tell the coverage that is new in their worker; jest would copy and merge all of it, each time. */
class CountingRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    if (this._coverageOptions.collectCoverage) this._environment.global.__coverage__ = counted;
  }

  getAllCoverageInfoCopy() {
    // The environment takes its global object apart.
    delete this._environment.global.__coverage__;
    const news = Object.entries(counted).filter(([file, coverage]) => {
      const ran = partsRun(coverage);
      if (told.get(file) === ran) return false;
      told.set(file, ran);
      return true;
    });
    return structuredClone(Object.fromEntries(news));
  }
}

/** How many parts of a file ran; it only grows. */
function partsRun({ s, f, b }) {
  const counts = [...Object.values(s), ...Object.values(f), ...Object.values(b).flat()];
  return counts.filter((count) => count > 0).length;
}

/** An instrumented module builds a long description of itself each time it is loaded: it is taken from there. */
function countingOnce(source) {
  return source.replace(
    "var coverageData = {",
    "var coverageData = global[gcv]?.[path]?.hash === hash ? global[gcv][path] : {",
  );
}

exports.__esModule = true;
exports.default = CountingRuntime;
