// Preloaded into a program of a test: each SIGUSR2 moves its wall clock on by twenty minutes.
const Real = Date;
let ahead = 0;
process.on('SIGUSR2', () => {
  ahead += 20 * 60_000;
  process.stdout.write(`clock moved by ${ahead}\n`);
});
globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + ahead);
    else super(...parts);
  }
  static now() {
    return Real.now() + ahead;
  }
};
