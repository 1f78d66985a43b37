import { join } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");
const PROGRAM = join(ROOT, "test/editor/program.ts");

/** What an editor shows in a program. */
export interface Editor {
  /** Names that it offers where the program has `▮`. */
  completions(program: string): readonly string[];
  /** Every type that the package's root exports. */
  exportedTypes(): readonly string[];
  /** The words that it shows over each property of a type that the package's root exports. */
  hovers(type: string): ReadonlyMap<string, string>;
}

/** An editor with a program beside the package's root. */
export function editor(): Editor {
  let text = "";
  let version = 0;
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: ["index.ts"] },
    ts.sys,
    ROOT,
  );
  const service = ts.createLanguageService({
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [PROGRAM],
    getScriptVersion: (file) => (file === PROGRAM ? String(version) : "0"),
    getScriptSnapshot: (file) => {
      const content = file === PROGRAM ? text : ts.sys.readFile(file);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  const show = (program: string) => {
    text = program;
    version += 1;
  };
  return {
    completions(program) {
      show(program.replace("▮", ""));
      const found = service.getCompletionsAtPosition(PROGRAM, program.indexOf("▮"), undefined);
      return (found?.entries ?? []).map(({ name }) => name);
    },
    exportedTypes() {
      show('import "../../index";\n');
      const program = service.getProgram();
      const checker = program?.getTypeChecker();
      const index = program?.getSourceFile(join(ROOT, "index.ts"));
      const module = index && checker?.getSymbolAtLocation(index);
      if (!checker || !module) throw new Error("the package's root cannot be looked at");
      return checker
        .getExportsOfModule(module)
        .filter((symbol) => {
          const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
          return own.flags & ts.SymbolFlags.Type;
        })
        .map(({ name }) => name);
    },
    hovers(type) {
      show(`import type { ${type} } from "../../index";\nexport type Shown = ${type};\n`);
      const program = service.getProgram();
      const checker = program?.getTypeChecker();
      const file = program?.getSourceFile(PROGRAM);
      const alias = file?.statements.find(ts.isTypeAliasDeclaration);
      if (!checker || !alias) throw new Error(`${type} cannot be looked at`);
      return new Map(
        checker
          .getPropertiesOfType(checker.getTypeFromTypeNode(alias.type))
          // What a prop inherits of cdktf's own types is cdktf's to explain.
          .filter(({ declarations = [] }) =>
            declarations.some(
              (declaration) => !declaration.getSourceFile().fileName.includes("/node_modules/"),
            ),
          )
          .map((symbol) => [symbol.name, ts.displayPartsToString(symbol.getDocumentationComment(checker))]),
      );
    },
  };
}
