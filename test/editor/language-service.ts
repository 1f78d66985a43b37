import { join } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");
const PROGRAM = join(ROOT, "test/editor/program.ts");

interface Exported {
  readonly name: string;
  /** That an editor shows over it. */
  readonly words: string;
  /** Of a type: the words over each property, but for those that cdktf's own types explain. */
  readonly properties: ReadonlyMap<string, string>;
}

/** What an editor shows in a program. */
export interface Editor {
  /** Names that it offers where the program has `▮`. */
  completions(program: string): readonly string[];
  /** What an entry of the package exports, by its source without `.ts`. */
  exported(entry: string): readonly Exported[];
}

/** An editor with a program beside the package's sources. */
export function editor(): Editor {
  let text = "";
  let version = 0;
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
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
    exported(entry) {
      show(`import ${JSON.stringify(join("../..", entry))};\n`);
      const program = service.getProgram();
      const checker = program?.getTypeChecker();
      const source = program?.getSourceFile(join(ROOT, `${entry}.ts`));
      const module = source && checker?.getSymbolAtLocation(source);
      if (!checker || !module) throw new Error(`${entry} cannot be looked at`);
      return checker.getExportsOfModule(module).map((symbol) => {
        const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
        const properties = own.flags & ts.SymbolFlags.Type ? propertiesOf(own, checker) : [];
        return {
          name: symbol.name,
          words: wordsOf(own, checker),
          properties: new Map(properties.map((property) => [property.name, wordsOf(property, checker)])),
        };
      });
    },
  };
}

function propertiesOf(type: ts.Symbol, checker: ts.TypeChecker): readonly ts.Symbol[] {
  return checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(type))
    .filter(({ declarations = [] }) =>
      declarations.some((declaration) => !declaration.getSourceFile().fileName.includes("/node_modules/")),
    );
}

function wordsOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker));
}
