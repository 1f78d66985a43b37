import { join } from "node:path";
import { lackOfRoom } from "../../rollout/disk-room";
import { temporaryFolder } from "../support/temp";

test("of a folder that is gone nobody knows how much room there is, and nothing is said", () => {
  expect(lackOfRoom(join(temporaryFolder(), "gone"))).toBeUndefined();
});

test("a file system without room is told, with what is left of it", () => {
  // The kernel's own, which holds no file of anybody.
  if (process.platform !== "linux") return;
  expect(lackOfRoom("/proc")).toBe("only 0.0 MB are free on the disk of /proc");
});
