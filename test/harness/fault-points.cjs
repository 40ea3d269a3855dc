// Preloaded into a server under test (`node --require`), never into one that serves citizens: the program itself has no
// line for this. Whatever a process does becomes visible outside in two ways only, through files and through sockets;
// so every crash that matters happens before, amid or after one of those calls, and each of them is a named point here.
//
//   FAULT_POINT=journal-write.half:3   SIGKILL at the third passing of that point
//   FAULT_STALL=push.before:2:5000     the event loop stands still for 5 s there
//   FAULT_SEEN=<file>                  each point is noted at its first passing
//   FAULT_EVENTS=<file>                what was written, synced, made, renamed and removed, for a power cut
'use strict';
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const { resolve } = require('node:path');

const real = { ...fs };
const realPromises = { ...fs.promises };
const dataDir = resolve(process.env.DATA_DIR ?? '.data');
const { FAULT_SEEN: seenFile, FAULT_EVENTS: eventsFile } = process.env;
const [killName, killCount = '1'] = (process.env.FAULT_POINT ?? '').split(':');
const [stallName, stallCount = '1', stallMs = '5000'] = (process.env.FAULT_STALL ?? '').split(':');
const passed = new Map();

/** Passes a point; may not come back. */
function pass(name) {
  const times = (passed.get(name) ?? 0) + 1;
  passed.set(name, times);
  if (times === 1 && seenFile) real.appendFileSync(seenFile, `${name}\n`);
  if (name === killName && times === Number(killCount)) process.kill(process.pid, 'SIGKILL');
  if (name === stallName && times === Number(stallCount)) for (const end = Date.now() + Number(stallMs); Date.now() < end; );
}

/** What kind of file a path is; null for those that are not the store's. */
function kindOf(path) {
  const whole = resolve(String(path));
  if (!whole.startsWith(dataDir)) return null;
  const below = whole.slice(dataDir.length + 1);
  const [first, ...rest] = below.split('/');
  if (below === '') return 'folder';
  if (below.endsWith('~')) return 'compaction';
  if (below.endsWith('.torn')) return 'torn';
  if (rest.length === 0) return first.replace(/\.(db|json|txt|log)$/, '').replace(/\d+/g, '');
  const kinds = { conversations: 'conversation', unanswered: 'marker', uploads: 'upload', journal: 'journal' };
  return kinds[first] ?? first;
}

const paths = new WeakMap();
let shadows = 0;

/** What a power cut would have to know; written before the call, so that the worst is assumed. */
function note(event) {
  if (eventsFile) real.appendFileSync(eventsFile, `${JSON.stringify(event)}\n`);
}

function keepShadow(path) {
  if (!eventsFile || !real.existsSync(path)) return null;
  const kept = `${eventsFile}.${shadows++}`;
  try {
    real.linkSync(path, kept);
    return kept;
  } catch {
    return null;
  }
}

const met = new Set();
/** A file met for the first time: one that is there counts as on the disk, one that is not has yet to get there. */
function noteMade(path) {
  const whole = resolve(String(path));
  if (!eventsFile || kindOf(whole) === null || (met.has(whole) && real.existsSync(whole))) return;
  met.add(whole);
  const found = real.statSync(whole, { throwIfNoEntry: false });
  if (!found) note({ op: 'made', path: whole });
  else if (found.isFile()) note({ op: 'synced', path: whole, size: found.size });
}
const sizeOf = (path) => real.statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Wraps a call that returns a promise: before, perhaps half, after. */
async function around(point, call, half) {
  pass(`${point}.before`);
  if (half && killName === `${point}.half`) {
    if ((passed.get(killName) ?? 0) + 1 === Number(killCount)) await half();
    pass(`${point}.half`);
  }
  const result = await call();
  pass(`${point}.after`);
  return result;
}

const halfOf = (data) => (typeof data === 'string' ? data.slice(0, Math.ceil(data.length / 2)) : data.subarray(0, Math.ceil(data.length / 2)));

let handlesPatched = false;
function patchHandles(prototype) {
  if (handlesPatched) return;
  handlesPatched = true;
  const before = { datasync: prototype.datasync, sync: prototype.sync, write: prototype.write, writeFile: prototype.writeFile, appendFile: prototype.appendFile, truncate: prototype.truncate };
  for (const name of ['datasync', 'sync']) {
    prototype[name] = async function () {
      const path = paths.get(this);
      const kind = path && kindOf(path);
      if (!kind) return before[name].call(this);
      const folder = real.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
      const size = sizeOf(path);
      await around(folder ? `${kind}-folder-sync` : `${kind}-sync`, () => before[name].call(this));
      note(folder ? { op: 'folder-synced', path } : { op: 'synced', path, size });
    };
  }
  for (const name of ['write', 'writeFile', 'appendFile']) {
    prototype[name] = function (data, ...rest) {
      const path = paths.get(this);
      const kind = path && kindOf(path);
      if (!kind) return before[name].call(this, data, ...rest);
      return around(`${kind}-write`, () => before[name].call(this, data, ...rest), () => before[name].call(this, halfOf(data)));
    };
  }
  prototype.truncate = function (size) {
    const path = paths.get(this);
    const kind = path && kindOf(path);
    if (!kind) return before.truncate.call(this, size);
    return around(`${kind}-truncate`, () => before.truncate.call(this, size));
  };
}

Object.assign(fs.promises, {
  open: async (path, ...rest) => {
    noteMade(path);
    const handle = await realPromises.open(path, ...rest);
    paths.set(handle, resolve(String(path)));
    patchHandles(Object.getPrototypeOf(handle));
    return handle;
  },
  appendFile: (path, data, options) => {
    const kind = typeof path === 'string' ? kindOf(path) : null;
    noteMade(path);
    if (!kind) return realPromises.appendFile(path, data, options);
    return around(`${kind}-write`, () => realPromises.appendFile(path, data, options), () => realPromises.appendFile(path, halfOf(data), options));
  },
  writeFile: (path, data, options) => {
    const kind = typeof path === 'string' ? kindOf(path) : null;
    if (kind) noteMade(path);
    return kind ? around(`${kind}-write`, () => realPromises.writeFile(path, data, options)) : realPromises.writeFile(path, data, options);
  },
  rename: (from, to) => {
    const kind = kindOf(to);
    if (!kind) return realPromises.rename(from, to);
    return around(`${kind}-rename`, () => {
      note({ op: 'renamed', from: resolve(from), to: resolve(to), kept: keepShadow(to) });
      return realPromises.rename(from, to);
    });
  },
  truncate: (path, size) => (kindOf(path) ? around(`${kindOf(path)}-truncate`, () => realPromises.truncate(path, size)) : realPromises.truncate(path, size)),
  ...Object.fromEntries(
    ['rm', 'unlink'].map((name) => [
      name,
      (path, options) => {
        const kind = kindOf(path);
        if (!kind || !real.existsSync(path)) return realPromises[name](path, options);
        return around(`${kind}-remove`, () => {
          if (real.statSync(path).isFile()) note({ op: 'removed', path: resolve(path), kept: keepShadow(path) });
          return realPromises[name](path, options);
        });
      },
    ]),
  ),
});

fs.writeFileSync = (path, ...rest) => {
  const kind = typeof path === 'string' ? kindOf(path) : null;
  if (kind) {
    noteMade(path);
    pass(`${kind}-write.before`);
  }
  real.writeFileSync(path, ...rest);
  if (kind) pass(`${kind}-write.after`);
};
fs.renameSync = (from, to) => {
  const kind = kindOf(to);
  if (kind) pass(`${kind}-rename.before`);
  real.renameSync(from, to);
  if (kind) pass(`${kind}-rename.after`);
};
fs.openSync = (path, flags, mode) => {
  const kind = flags === 'wx' ? kindOf(path) : null;
  if (kind) pass(`${kind}-make.before`);
  const handle = real.openSync(path, flags, mode);
  if (kind) pass(`${kind}-make.after`);
  return handle;
};

/** What of our own routes an answer is for. */
function answerOf({ url = '', method }) {
  if (method !== 'POST' || !url.startsWith('/v3/directline')) return null;
  if (url.includes('/tokens/')) return 'answer-token';
  if (url.includes('/upload')) return 'answer-upload';
  return url.endsWith('/activities') ? 'answer-message' : 'answer-conversation';
}
const end = http.ServerResponse.prototype.end;
http.ServerResponse.prototype.end = function (...args) {
  const point = this.req ? answerOf(this.req) : null;
  if (point) pass(`${point}.before`);
  const result = end.apply(this, args);
  if (point) pass(`${point}.after`);
  return result;
};

// What goes out on a WebSocket: a text frame begins with 0x81; one without content is a sign of life only.
const upgraded = new WeakSet();
const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, socket, ...rest) {
  if (event === 'upgrade') upgraded.add(socket);
  return emit.call(this, event, request, socket, ...rest);
};
const write = net.Socket.prototype.write;
const databasePort = Number(process.env.FAULT_DATABASE_PORT ?? 0);
/** What goes to PostgreSQL: a simple query is `Q`, its length, its text; all else belongs to prepared statements. */
function statementOf(socket, data) {
  if (databasePort === 0 || socket.remotePort !== databasePort || typeof data === 'string') return null;
  const text = data[0] === 0x51 ? data.toString('latin1', 5, 11) : '';
  return text.startsWith('commit') ? 'commit' : text.startsWith('begin') ? 'begin' : 'statement';
}
net.Socket.prototype.write = function (data, ...rest) {
  const statement = statementOf(this, data);
  if (statement) {
    pass(`${statement}.before`);
    const result = write.call(this, data, ...rest);
    pass(`${statement}.after`);
    return result;
  }
  if (!upgraded.has(this) || typeof data === 'string' || data[0] !== 0x81 || data[1] === 0) return write.call(this, data, ...rest);
  pass('push.before');
  const result = write.call(this, data, ...rest);
  pass('push.after');
  return result;
};
