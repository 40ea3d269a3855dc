/** Labels of one series: codes that we chose, never what people wrote. */
type Labels = Readonly<Record<string, string>>;

/** Counts up. */
export interface Counter {
  add(labels?: Labels, by?: number): void;
}

/** Counts how many values were below each bound. */
export interface Histogram {
  /** What counts the values of one series. It is to be asked for once, not for each value. */
  series(labels?: Labels): (value: number) => void;
}

/** Numbers of this process in the text format of Prometheus (exposition format 0.0.4). */
export interface Metrics {
  counter(name: string, help: string): Counter;
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  /** Asked when the numbers are; one that rejects is left out. */
  gauge(name: string, help: string, read: () => number | null | Promise<number | null>): void;
  text(): Promise<string>;
}

interface Family {
  readonly head: string;
  lines(): readonly string[] | Promise<readonly string[]>;
}

export function createMetrics(): Metrics {
  const families: Family[] = [];
  const head = (name: string, help: string, type: string): string => `# HELP ${name} ${help}\n# TYPE ${name} ${type}`;
  return {
    counter: (name, help) => {
      const series = new Map<string, number>();
      families.push({ head: head(name, help, 'counter'), lines: () => [...series].map(([labels, value]) => `${name}${labels} ${value}`) });
      return { add: (labels = {}, by = 1) => void series.set(written(labels), (series.get(written(labels)) ?? 0) + by) };
    },
    histogram: (name, help, bounds) => {
      // How many values came to lie between each bound and the one before; the last place is for those above all.
      const all: { readonly labels: Labels; readonly between: number[]; sum: number }[] = [];
      families.push({
        head: head(name, help, 'histogram'),
        lines: () =>
          all.filter(({ between }) => between.some((count) => count > 0)).flatMap(({ labels, between, sum }) => {
            let below = 0;
            const buckets = [...bounds.map(String), '+Inf'].map((le, nth) => `${name}_bucket${written({ ...labels, le })} ${(below += between[nth] ?? 0)}`);
            return [...buckets, `${name}_sum${written(labels)} ${sum}`, `${name}_count${written(labels)} ${below}`];
          }),
      });
      return {
        series: (labels = {}) => {
          const one = { labels, between: [...bounds, 0].fill(0), sum: 0 };
          all.push(one);
          return (value) => {
            let place = 0;
            while (place < bounds.length && value > (bounds[place] ?? 0)) place += 1;
            one.between[place] = (one.between[place] ?? 0) + 1;
            one.sum += value;
          };
        },
      };
    },
    gauge: (name, help, read) => {
      families.push({
        head: head(name, help, 'gauge'),
        lines: async () => {
          const value = await Promise.resolve().then(read).catch(() => null);
          return value === null ? [] : [`${name} ${value}`];
        },
      });
    },
    text: async () => {
      const parts = await Promise.all(families.map(async (family) => [family.head, ...(await family.lines())].join('\n')));
      return `${parts.join('\n')}\n`;
    },
  };
}

const written = (labels: Labels): string => {
  const entries = Object.entries(labels);
  return entries.length === 0 ? '' : `{${entries.map(([name, value]) => `${name}="${value.replaceAll(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`).join(',')}}`;
};
