/** Lines for administrators, with fields. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Keeps the lines of parts that are opened before the hub's logger is there, and hands them over when it is. */
export function lateLog(): Log & { handOver(log: Log): void } {
  const kept: [level: keyof Log, fields: object, message: string][] = [];
  let target: Log | null = null;
  const line = (level: keyof Log) => (fields: object, message: string) => {
    if (target === null) kept.push([level, fields, message]);
    else target[level](fields, message);
  };
  return {
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    handOver(log) {
      target = log;
      for (const [level, fields, message] of kept.splice(0)) log[level](fields, message);
    },
  };
}
