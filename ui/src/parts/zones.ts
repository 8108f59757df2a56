/** The zones that a person may choose from, by IANA name. */

/** Every zone that this machine's Intl knows; the usual ones when it cannot list them. */
export function zones(): { value: string; label: string }[] {
  const names = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : ['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Kolkata'];
  return [...new Set([...names, 'UTC'])].map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
}
