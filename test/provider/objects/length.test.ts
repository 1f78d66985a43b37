import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// What is told of an object is read at one sight: 120 lines with its documentation. What it has many of has a file of its own.

const OBJECTS = join(__dirname, "../../../provider/objects");

test.each([
  ["tables", ": ObjectTable = {"],
  ["graph/tables", ": GraphTable = {"],
])("each object of %s is told in at most 120 lines", (folder, declared) => {
  const files = readdirSync(join(OBJECTS, folder));
  const texts = files.map((file) => [file, readFileSync(join(OBJECTS, folder, file), "utf8")] as const);
  const tables = texts.filter(([, text]) => text.includes(declared));
  expect(tables.length).toBeGreaterThan(4);
  expect(tables.filter(([, text]) => text.split("\n").length > 121).map(([file]) => file)).toEqual([]);
});
