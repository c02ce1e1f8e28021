// Stands in for Electron's own default app, which the trial runtime does not carry: takes the first
// argument that is no switch as a project folder or a script, names the app after it, and runs it.
const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');
const fs = require('node:fs');

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

const words = process.argv.slice(1);
const preload = [];
let target;
for (let at = 0; at < words.length && target === undefined; at += 1) {
  const word = words[at];
  if (word === '-r' || word === '--require') preload.push(words[(at += 1)]);
  else if (!word.startsWith('-')) target = path.resolve(word);
}

if (target === undefined) {
  process.stderr.write('Give a project folder or a script as the first argument.\n');
  app.exit(2);
} else {
  if (preload.length > 0) Module._preloadModules(preload);
  runTarget(target);
}

function runTarget(start) {
  const folder = fs.statSync(start).isDirectory() ? start : undefined;
  const entry = folder === undefined ? start : readPackage(folder);
  if (folder === undefined) app.setAppPath(path.dirname(start));
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  Module._load(entry, Module, true);
}

function readPackage(folder) {
  const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  app.setName(about.name);
  app.setVersion(about.version);
  app.setAppPath(folder);
  return path.join(folder, about.main ?? 'index.js');
}
