// The API reference, docs/reference/api/, from the comments of what the package exports.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, LogLevel } from "typedoc";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What package.json exports, as sources; each says its name by `@module`. */
const ENTRIES = ["index.ts", "aws.ts", "hosts/azure/constructs/entry.ts", "lib/index.ts"];

/**
 * @returns {Promise<ReadonlyMap<string, string>>} every page by its path in the folder of the reference
 * @throws Error for a comment that links to nothing
 */
export async function apiReference() {
  const out = mkdtempSync(join(tmpdir(), "api-reference-"));
  try {
    const app = await Application.bootstrapWithPlugins({
      name: "API",
      entryPoints: ENTRIES.map((entry) => join(root, entry)),
      tsconfig: join(root, "tsconfig.json"),
      plugin: ["typedoc-plugin-markdown"],
      outputs: [{ name: "markdown", path: out }],
      logLevel: LogLevel.Warn,
      // `npm run typecheck` does that.
      skipErrorChecking: true,
      readme: "none",
      // The same pages on any machine, at any commit.
      disableSources: true,
      disableGit: true,
      includeVersion: false,
      excludeExternals: true,
      excludeInternal: true,
      excludePrivate: true,
      excludeProtected: true,
      validation: { invalidLink: true, notDocumented: false, notExported: false },
      treatValidationWarningsAsErrors: true,
      // Of typedoc-plugin-markdown.
      outputFileStrategy: "members",
      membersWithOwnFile: ["Class", "Interface"],
      hidePageHeader: true,
      useCodeBlocks: true,
      indexFormat: "table",
      parametersFormat: "table",
      interfacePropertiesFormat: "table",
      classPropertiesFormat: "table",
      typeAliasPropertiesFormat: "table",
      propertyMembersFormat: "table",
      tableColumnSettings: {
        hideInherited: true,
        hideModifiers: true,
        hideOverrides: true,
        hideSources: true,
      },
    });
    const project = await app.convert();
    if (!project) throw new Error("typedoc made nothing of the sources");
    app.validate(project);
    await app.generateOutputs(project);
    if (app.logger.hasErrors() || app.logger.hasWarnings())
      throw new Error("typedoc has something to say: see above");
    return pagesOf(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function pagesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}
