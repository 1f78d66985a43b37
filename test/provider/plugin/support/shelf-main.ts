import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { serve } from "../../../../provider/plugin/index";
import { Shelf, shelfProvider } from "./shelf";

// The test provider as an executable: what exists lies in a file, so that it outlives the process.
const file = process.env.SHELF_FILE ?? "";
const shelf = new Shelf();
shelf.loud = true;
if (existsSync(file)) {
  for (const [name, thing] of JSON.parse(readFileSync(file, "utf8"))) shelf.things.set(name, thing);
}
const save = () => writeFileSync(file, JSON.stringify([...shelf.things]));

shelf.meanwhile = async (step) => {
  save();
  if (process.env.SHELF_CRASH === step) process.kill(process.pid, "SIGKILL");
  if (process.env.SHELF_THROW === step) {
    setTimeout(() => {
      throw new Error("thrown where nobody awaits it");
    }, 0);
    await new Promise(() => {});
  }
  // After the callback has finished.
  setTimeout(save, 0);
};

void serve(shelfProvider(shelf));
