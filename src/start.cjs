// Becomes dist/main.js: runs the server's bundle, from the code that V8 made of it when it was built where this V8 takes it.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const filename = join(__dirname, 'NAME.js');
const cachedData = (() => {
  try {
    return readFileSync(join(__dirname, 'NAME.compiled'));
  } catch {
    return undefined;
  }
})();
// ASCII, as it was built.
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
// A heap this small may else grow to four times what lives in it before it is swept: that was 300 kB for each conversation that is open.
setFlagsFromString('--heap-growing-percent=60');
script.runInThisContext()(exports, require, module, filename, __dirname, (name) => import(name));
