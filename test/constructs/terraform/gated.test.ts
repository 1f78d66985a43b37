import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../../..");

/** Imports that every planted file has. */
const HEAD = `import type { Construct } from "constructs";
import { NamedLocation, Group } from "./identity/bindings";
import { M365OutboundConnector } from "./exchange/bindings";
import { S3Backend } from "./terraform/backends";
import { OwnElement, type TerraformJson, TerraformOutput, yaml } from "./terraform/elements";
import { expression, literal, literalOrReference, quoted, template } from "./terraform/text";
declare const scope: Construct;
declare const plain: string;
declare const group: InstanceType<typeof Group>;
void [NamedLocation, Group, M365OutboundConnector, S3Backend, OwnElement, TerraformOutput, yaml, scope, plain, group];
void [expression, literal, literalOrReference, quoted, template];
`;

/** A plain string on its way to cdktf, and the line that would let it pass rightly. */
const PLANTED = {
  "an attribute": [
    'new Group(scope, "G", { displayName: plain });',
    'new Group(scope, "G", { displayName: literal(plain) });',
  ],
  "a constant": [
    'new Group(scope, "G", { displayName: "x" });',
    'new Group(scope, "G", { displayName: literal("x") });',
  ],
  "a template literal": [
    "new Group(scope, 'G', { displayName: `${literal(plain)}!` });",
    "new Group(scope, 'G', { displayName: template`${literal(plain)}!` });",
  ],
  "plain text in a template": ["template`${plain}!`;", "template`${literal(plain)}!`;"],
  "text in an expression": ["expression`lower(${literal(plain)})`;", "expression`lower(${quoted(plain)})`;"],
  "an item of a list": [
    'new Group(scope, "G", { displayName: literal("x"), members: [plain] });',
    'new Group(scope, "G", { displayName: literal("x"), members: [literalOrReference(plain)] });',
  ],
  "a text in a nested block": [
    'new NamedLocation(scope, "N", { displayName: literal("x"), ip: { ipRanges: [plain] } });',
    'new NamedLocation(scope, "N", { displayName: literal("x"), ip: { ipRanges: [literal(plain)] } });',
  ],
  "a spread": [
    'new Group(scope, "G", { ...{ displayName: plain } });',
    'new Group(scope, "G", { ...{ displayName: literal(plain) } });',
  ],
  "a condition": [
    'new Group(scope, "G", { displayName: literal("x"), lifecycle: { precondition: [{ condition: plain, errorMessage: literal("x") }] } });',
    'new Group(scope, "G", { displayName: literal("x"), lifecycle: { precondition: [{ condition: expression`true`, errorMessage: literal("x") }] } });',
  ],
  "an error message": [
    'new Group(scope, "G", { displayName: literal("x"), lifecycle: { precondition: [{ condition: true, errorMessage: plain }] } });',
    'new Group(scope, "G", { displayName: literal("x"), lifecycle: { precondition: [{ condition: true, errorMessage: literal(plain) }] } });',
  ],
  "an attribute set later": ["group.displayName = plain;", "group.displayName = group.description;"],
  "a lifecycle set later": [
    "group.lifecycle = { ignoreChanges: [plain] };",
    "group.lifecycle = { ignoreChanges: [literal(plain)] };",
  ],
  "a block put later": [
    "group.putDynamicMembership({ enabled: true, rule: plain });",
    "group.putDynamicMembership({ enabled: true, rule: literal(plain) });",
  ],
  "an override": ['group.addOverride("display_name", plain);', "group.displayName = group.mail;"],
  "an import": ["group.importFrom(plain);", "void group.fqn;"],
  "a backend": [
    'new S3Backend(scope, { bucket: plain, key: literal("k") });',
    'new S3Backend(scope, { bucket: literal(plain), key: literal("k") });',
  ],
  "an output": [
    'new TerraformOutput(scope, "O", { value: plain });',
    'new TerraformOutput(scope, "O", { value: literal(plain) });',
  ],
  "a description": [
    'new TerraformOutput(scope, "O", { value: 1, description: plain });',
    'new TerraformOutput(scope, "O", { value: 1, description: literal(plain) });',
  ],
  "a value for YAML": ["yaml({ Aad: plain });", "yaml({ Aad: literal(plain) });"],
  "a binding of our provider": [
    'new M365OutboundConnector(scope, "C", { name: plain, recipientDomains: [] });',
    'new M365OutboundConnector(scope, "C", { name: literal(plain), recipientDomains: [] });',
  ],
  "an element of one's own": [
    "export class X extends OwnElement { override toTerraform() { return { import: [{ id: plain }] }; } }",
    "export class X extends OwnElement { override toTerraform(): { readonly [b: string]: TerraformJson } { return { import: [{ id: literal(plain) }] }; } }",
  ],
} as const;

/** Which of the sources the compiler refuses. */
function refusedBy(sources: readonly string[]): readonly boolean[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  );
  const files = new Map(
    sources.map((source, index) => [
      join(ROOT, `constructs/planted-${index}.ts`),
      `${HEAD}${source}\nexport {};\n`,
    ]),
  );
  const host = ts.createCompilerHost({ ...options, incremental: false });
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noEmit: true, incremental: false }, host);
  return [...files.keys()].map((file) => {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} was not compiled`);
    return program.getSemanticDiagnostics(source).length + program.getSyntacticDiagnostics(source).length > 0;
  });
}

test("the compiler lets only Terraform text reach cdktf", () => {
  const cases = Object.entries(PLANTED);
  const refused = refusedBy(cases.flatMap(([, pair]) => pair));
  const outcome = cases.map(([name], index) => [name, refused[index * 2], refused[index * 2 + 1]]);
  expect(outcome).toEqual(cases.map(([name]) => [name, true, false]));
}, 120_000);

/** Sources in which elements are made, by their path. */
function sources(): readonly (readonly [file: string, text: string])[] {
  return ["constructs", "hosts", "stacks"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name), "utf8")] as const),
  );
}

/** What goes around the types: casts to what the gate makes, and casts by way of nothing. */
const CASTS =
  /\bas (?:unknown as|any\b|never\b)|\bas (?:readonly )?(?:TerraformText|Literal|Reference|Quoted|Gated\w*)\b|<any>/;

test.each([
  ["const id = text as TerraformText;", true],
  ["return text as Reference;", true],
  ["new Group(this, id, config as unknown as GatedConfig)", true],
  ["const { type } = config as any;", true],
  ["const bindings = [] as const;", false],
  ['import { Group as AnyGroup } from "x";', false],
])("a cast around the gate is seen: %s", (line, isSeen) => {
  expect(CASTS.test(line)).toBe(isSeen);
});

test("nobody but the gate itself casts around it", () => {
  const casting = sources()
    .filter(([, text]) => CASTS.test(text))
    .map(([file]) => file);
  expect(
    casting.filter((file) => !/^constructs\/terraform\/(?:text|gated|elements)\.ts$/.test(file)),
  ).toEqual([]);
});
