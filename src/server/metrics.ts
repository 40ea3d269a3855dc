/** Labels of one series: codes that we chose, never what people wrote. */
type Labels = Readonly<Record<string, string>>;

/** Counts up. */
export interface Counter {
  add(labels?: Labels, by?: number): void;
}

/** Counts how many values were below each bound. */
export interface Histogram {
  observe(value: number, labels?: Labels): void;
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
      const series = new Map<string, { readonly labels: Labels; readonly below: number[]; count: number; sum: number }>();
      families.push({
        head: head(name, help, 'histogram'),
        lines: () =>
          [...series.values()].flatMap(({ labels, below, count, sum }) => [
            ...bounds.map((bound, nth) => `${name}_bucket${written({ ...labels, le: String(bound) })} ${below[nth] ?? 0}`),
            `${name}_bucket${written({ ...labels, le: '+Inf' })} ${count}`,
            `${name}_sum${written(labels)} ${sum}`,
            `${name}_count${written(labels)} ${count}`,
          ]),
      });
      return {
        observe: (value, labels = {}) => {
          const key = written(labels);
          const known = series.get(key) ?? { labels, below: bounds.map(() => 0), count: 0, sum: 0 };
          bounds.forEach((bound, nth) => value <= bound && (known.below[nth] = (known.below[nth] ?? 0) + 1));
          series.set(key, Object.assign(known, { count: known.count + 1, sum: known.sum + value }));
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
