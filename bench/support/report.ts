/** What benchmarks print: figures of this machine, and ratios that mean something on another. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Seconds of one core that this process worked since then: others that want the machine meanwhile do not count. */
export function cpuSeconds(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

export function table(rows: readonly (readonly [string, number])[]): void {
  for (const [name, value] of rows) process.stdout.write(`  ${name.padEnd(44)} ${Math.round(value).toLocaleString('en-US').padStart(12)}\n`);
}

export function ratio(name: string, value: number): void {
  process.stdout.write(`  ratio: ${name.padEnd(37)} ${value.toFixed(2).padStart(12)}\n`);
}
