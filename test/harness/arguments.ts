import { parseArgs } from 'node:util';
import { freshSeed } from './random';

/** A whole number of the command line. */
export function numberOf(said: string | undefined, otherwise: number): number {
  if (said === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(said)) throw new Error(`"${said}" is not a whole number.`);
  return Number(said);
}

/** The command's arguments: `--kills 20 --seed 7`. */
export function argumentsOf(names: readonly string[]): (name: string) => string | undefined {
  const { values } = parseArgs({ args: process.argv.slice(2), options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])), strict: true });
  return (name) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
}

export const seedOf = (said: string | undefined): number => numberOf(said, freshSeed());
