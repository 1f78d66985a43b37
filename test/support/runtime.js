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
      : new vm.Script(`(function(${parameters.join(",")}){${source}\n})`, { filename });
  if (script !== known?.script) scripts.set(filename, { source, script });
  return script.runInContext(parsingContext);
};

exports.__esModule = true;
exports.default = Runtime;
