/** The times of day between which one chooses, as minutes since midnight and as clocks show them. */

const step = 30;
const day = 24 * 60;

export function clock(minute: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Every half hour, and the one that holds if it is none. */
export function hours(held: number): { value: string; label: string }[] {
  const steps = Array.from({ length: day / step }, (_, index) => index * step);
  return [...new Set([...steps, held])].sort((a, b) => a - b).map((minute) => ({ value: String(minute), label: clock(minute) }));
}
