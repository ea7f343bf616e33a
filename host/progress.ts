/** One part of a longer work, with the time that it usually takes on two cores and a fast line. */
export interface Phase {
  label: string;
  usualSeconds: number;
}

/** How far the whole is, 0 to 1, when the phase at `index` is `fraction` done; phases weigh as much as they usually last. */
export function overallFraction(phases: readonly Phase[], index: number, fraction: number): number {
  const total = phases.reduce((sum, phase) => sum + phase.usualSeconds, 0);
  if (total === 0) return 1;
  const before = phases.slice(0, index).reduce((sum, phase) => sum + phase.usualSeconds, 0);
  return clamp((before + clamp(fraction) * (phases[index]?.usualSeconds ?? 0)) / total);
}

/**
 * The fraction of a phase that only a clock can tell: grows quickly, slows down near the usual time and never claims
 * to be done.
 */
export function fractionByTime(elapsedSeconds: number, usualSeconds: number): number {
  if (usualSeconds <= 0) return 0;
  return 1 - Math.exp((-1.6 * Math.max(0, elapsedSeconds)) / usualSeconds);
}

/** `7 s`, `2 min 05 s`, `1 h 02 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${pad(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${pad(Math.floor((whole % 3600) / 60))} min`;
}

/** A bar of `width` characters, such as `#####.....`. */
export function formatBar(fraction: number, width: number): string {
  const filled = Math.floor(clamp(fraction) * width);
  return '#'.repeat(filled) + '.'.repeat(width - filled);
}

/** `1.5 GB`, `640 MB`; decimal units, as disks are sold and `df -H` counts. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return `${Math.round(bytes / 1e6)} MB`;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
