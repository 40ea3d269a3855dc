/** Rows of three numbers in order of addition, held as a third of what objects or a map would take: an open conversation has dozens. */
export class NumberRows {
  private readonly flat: number[] = [];

  add(first: number, second: number, third: number): void {
    this.flat.push(first, second, third);
  }

  /** The first number of the first row. */
  get first(): number | undefined {
    return this.flat[0];
  }

  *[Symbol.iterator](): Generator<readonly [first: number, second: number, third: number]> {
    for (let at = 0; at < this.flat.length; at += 3) yield [this.flat[at] ?? 0, this.flat[at + 1] ?? 0, this.flat[at + 2] ?? 0];
  }
}
