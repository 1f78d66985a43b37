import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");
/** Where the programs would stand, so that they find the packages of this repository. No such folder is made. */
const FOLDER = join(ROOT, "test/docs/programs-of-the-guide");

/** The programs of a page, by the file name in the comment of their first line. */
export type GuidePrograms = ReadonlyMap<string, string>;

export function programsOf(page: string): GuidePrograms {
  const markdown = readFileSync(join(ROOT, "docs/guide", page), "utf8");
  return new Map(
    [...markdown.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text = ""]) => {
      const [, name] = /^\/\/ (\S+\.ts)\n/.exec(text) ?? [];
      if (name === undefined) throw new Error(`a program without a name: ${text.slice(0, 60)}`);
      return [name, text];
    }),
  );
}

/** What the compiler says of the programs, as they would be compiled with the package installed, whose types dist/ has. */
export function compiled(programs: GuidePrograms): readonly string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const { tsBuildInfoFile: _, ...others } = options;
  const settings: ts.CompilerOptions = {
    ...others,
    noEmit: true,
    incremental: false,
    paths: { "cdktf-mail-hygiene": [join(ROOT, "dist/index.d.ts")] },
  };
  const virtual = new Map([...programs].map(([name, text]) => [join(FOLDER, name), text]));
  const host = ts.createCompilerHost(settings);
  const { getSourceFile } = host;
  host.fileExists = (file) => virtual.has(file) || ts.sys.fileExists(file);
  host.readFile = (file) => virtual.get(file) ?? ts.sys.readFile(file);
  host.directoryExists = (folder) => folder === FOLDER || ts.sys.directoryExists(folder);
  host.getSourceFile = (file, language, ...rest) => {
    const text = virtual.get(file);
    return text === undefined
      ? getSourceFile(file, language, ...rest)
      : ts.createSourceFile(file, text, language, true);
  };
  const program = ts.createProgram([...virtual.keys()], settings, host);
  return [...virtual.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText, start = 0 }) => {
        const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
        return `${file.slice(FOLDER.length + 1)}:${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
      },
    );
  });
}

/** Runs one of the programs, with those that it imports; a test among them is registered with Jest. */
export function run(programs: GuidePrograms, name: string): void {
  const made = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const there = made.get(file);
    if (there) return there.exports;
    const text = programs.get(file);
    if (text === undefined) throw new Error(`the page has no program ${file}`);
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    const module: { exports: unknown } = { exports: {} };
    made.set(file, module);
    const required = (id: string): unknown => {
      if (id.startsWith("./")) return load(`${id.slice(2)}.ts`);
      return id === "cdktf-mail-hygiene" ? require("../../index") : require(id);
    };
    new Function("require", "exports", "module", outputText)(required, module.exports, module);
    return module.exports;
  };
  load(name);
}
