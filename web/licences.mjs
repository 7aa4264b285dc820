/** Write down the licences of all that is built into the package's scripts, in full. */

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const built = Object.keys(lock).filter((path) => path && !lock[path].dev && !path.includes("/@types/"));
const texts = built.sort().map((path) => {
  const { name, version, license } = JSON.parse(readFileSync(`${path}/package.json`, "utf8"));
  const file = readdirSync(path).find((each) => /^licen[cs]e/i.test(each));
  const text = file && existsSync(`${path}/${file}`) ? readFileSync(`${path}/${file}`, "utf8").trim() : "";
  return `${name} ${version} (${license})\n\n${text || "It carries no file of its licence."}\n`;
});
writeFileSync("../src/reportedly/serve/static/licences.txt", texts.join(`\n${"=".repeat(78)}\n\n`));
