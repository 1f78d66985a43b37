import {
  chmodSync,
  existsSync,
  mkdirSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { SocketFolder } from "../../../rollout/shared-providers/socket-folder";
import { temporaryFolder } from "../../support/temp";

test("only its owner may enter it, whatever the umask", () => {
  const umask = process.umask(0);
  try {
    const folder = SocketFolder.create(temporaryFolder());
    expect(statSync(folder.path).mode & 0o777).toBe(0o700);
    folder.remove();
    expect(existsSync(folder.path)).toBe(false);
  } finally {
    process.umask(umask);
  }
});

test("where a socket's path would be too long for the system, it is in /tmp", () => {
  const deep = join(temporaryFolder(), "a-folder-with-a-long-name".repeat(3));
  mkdirSync(deep);
  const folder = SocketFolder.create(deep);
  expect(folder.path).toMatch(new RegExp(`^${realpathSync("/tmp")}/mail-hygiene-p-\\w{6}$`));
  folder.remove();
});

test("a socket is taken that is one, in a folder that is still closed to others", async () => {
  const folder = SocketFolder.create(temporaryFolder());
  const socket = join(folder.path, "plugin1");
  expect(folder.faultOf(socket)).toBe("its socket is not there");
  writeFileSync(join(folder.path, "file"), "");
  expect(folder.faultOf(join(folder.path, "file"))).toBe("what it serves on is no socket");
  const server = createServer().listen(socket);
  await new Promise((resolve) => server.once("listening", resolve));
  expect(folder.faultOf(socket)).toBeUndefined();
  symlinkSync(socket, join(folder.path, "link"));
  expect(folder.faultOf(join(folder.path, "link"))).toBe("what it serves on is no socket");
  expect(SocketFolder.create(temporaryFolder()).faultOf(socket)).toBe(
    "its socket is not in the folder it was given",
  );
  chmodSync(folder.path, 0o755);
  expect(folder.faultOf(socket)).toBe("others may enter its folder");
  server.close();
});
