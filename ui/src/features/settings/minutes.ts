/** Objectives are kept in minutes and typed as people say them: `4 h`, `90`, `1:30`, `2 t`. */

/** Minutes, or null for nothing, or undefined when it cannot be read. */
export function readMinutes(text: string): number | null | undefined {
  const bare = text.trim().toLowerCase().replace(',', '.');
  if (!bare) return null;
  const clock = /^(\d{1,4}):(\d{2})\s*(h|std)?$/.exec(bare);
  if (clock) return Number(clock[2]) < 60 ? Number(clock[1]) * 60 + Number(clock[2]) : undefined;
  const said = /^(\d+(?:\.\d+)?)\s*(min|m|h|std|t|d|tage?|days?)?$/.exec(bare);
  if (!said) return undefined;
  const unit = said[2] ?? 'min';
  const factor = unit.startsWith('h') || unit === 'std' ? 60 : /^(t|d)/.test(unit) ? 1440 : 1;
  const minutes = Number(said[1]) * factor;
  return Number.isInteger(minutes) && minutes <= 525_600 ? minutes : undefined;
}

/** As it stands in the field: `4 h`, `90 min`. */
export function writeMinutes(minutes: number | null): string {
  if (minutes === null) return '';
  return minutes > 0 && minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
