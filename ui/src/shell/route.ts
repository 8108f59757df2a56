/** The addresses of the window: `#/notfaelle/N-2026-004`. The same text behind `lotse://` is a deep link. */
export type Route =
  | { at: 'heute' }
  | { at: 'notfaelle' }
  | { at: 'notfall'; number: string }
  | { at: 'kalender'; part: 'monat' | 'pflichten' | null }
  | { at: 'pruefungen' }
  | { at: 'pruefung'; number: string }
  | { at: 'feststellungen' }
  | { at: 'feststellung'; number: string }
  | { at: 'aenderungen' }
  | { at: 'aenderung'; number: string }
  | { at: 'tests' }
  | { at: 'test'; number: string }
  | { at: 'testlive'; number: string }
  | { at: 'aktionsplan'; number: string }
  | { at: 'leitfaden' }
  | { at: 'dokument'; number: string }
  | { at: 'mitteilungen' }
  | { at: 'mitteilung'; number: string }
  | { at: 'berichte' }
  | { at: 'bericht'; number: string }
  | { at: 'erinnerungen' }
  | { at: 'import' }
  | { at: 'protokoll' }
  | { at: 'einstellungen'; part: string | null }
  | { at: 'unbekannt'; path: string };
export type Place = Route['at'];

const number = /^[A-Z]-\d{4}-\d{3,}$/;
const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Reads what stands behind `#/`, without its question mark. */
export function parse(path: string): Route {
  const [area = '', part, ...rest] = path.replace(/^#?\/?/, '').replace(/\/$/, '').split('/').map(decode);
  const unknown: Route = { at: 'unbekannt', path };
  if (area === 'tests' && number.test(part ?? '') && rest.join('/') === 'live') return { at: 'testlive', number: part! };
  if (rest.length) return unknown;
  switch (area) {
    case '':
    case 'heute':
      return part === undefined ? { at: 'heute' } : unknown;
    case 'notfaelle':
      if (part === undefined) return { at: 'notfaelle' };
      return number.test(part) ? { at: 'notfall', number: part } : unknown;
    case 'kalender':
      return part === undefined || part === 'monat' || part === 'pflichten' ? { at: 'kalender', part: part ?? null } : unknown;
    case 'pruefungen':
      if (part === undefined) return { at: 'pruefungen' };
      return number.test(part) ? { at: 'pruefung', number: part } : unknown;
    case 'feststellungen':
      if (part === undefined) return { at: 'feststellungen' };
      return number.test(part) ? { at: 'feststellung', number: part } : unknown;
    case 'aenderungen':
      if (part === undefined) return { at: 'aenderungen' };
      return number.test(part) ? { at: 'aenderung', number: part } : unknown;
    case 'tests':
      if (part === undefined) return { at: 'tests' };
      return number.test(part) ? { at: 'test', number: part } : unknown;
    case 'aktionsplaene':
      return number.test(part ?? '') ? { at: 'aktionsplan', number: part! } : unknown;
    case 'leitfaden':
      if (part === undefined) return { at: 'leitfaden' };
      return number.test(part) ? { at: 'dokument', number: part } : unknown;
    case 'mitteilungen':
      if (part === undefined) return { at: 'mitteilungen' };
      return number.test(part) ? { at: 'mitteilung', number: part } : unknown;
    case 'berichte':
      if (part === undefined) return { at: 'berichte' };
      return number.test(part) ? { at: 'bericht', number: part } : unknown;
    case 'erinnerungen':
    case 'import':
    case 'protokoll':
      return part === undefined ? { at: area } : unknown;
    case 'einstellungen':
      return { at: 'einstellungen', part: part ?? null };
    default:
      return unknown;
  }
}

/** The address without `#/`, as deep links carry it. */
export function path(route: Route): string {
  switch (route.at) {
    case 'notfall':
      return `notfaelle/${route.number}`;
    case 'kalender':
      return route.part ? `kalender/${route.part}` : 'kalender';
    case 'pruefung':
      return `pruefungen/${route.number}`;
    case 'feststellung':
      return `feststellungen/${route.number}`;
    case 'aenderung':
      return `aenderungen/${route.number}`;
    case 'test':
      return `tests/${route.number}`;
    case 'testlive':
      return `tests/${route.number}/live`;
    case 'aktionsplan':
      return `aktionsplaene/${route.number}`;
    case 'dokument':
      return `leitfaden/${route.number}`;
    case 'mitteilung':
      return `mitteilungen/${route.number}`;
    case 'bericht':
      return `berichte/${route.number}`;
    case 'einstellungen':
      return route.part ? `einstellungen/${route.part}` : 'einstellungen';
    case 'unbekannt':
      return route.path;
    case 'heute':
    case 'notfaelle':
    case 'pruefungen':
    case 'feststellungen':
    case 'aenderungen':
    case 'tests':
    case 'leitfaden':
    case 'mitteilungen':
    case 'berichte':
    case 'erinnerungen':
    case 'import':
    case 'protokoll':
      return route.at;
  }
}

/** Where the record with a number is shown, by the letter of its series. */
export function recordOf(number: string): Route | null {
  switch (number[0]) {
    case 'N':
      return { at: 'notfall', number };
    case 'A':
      return { at: 'aenderung', number };
    case 'M':
      return { at: 'mitteilung', number };
    case 'B':
      return { at: 'bericht', number };
    case 'F':
      return { at: 'feststellung', number };
    case 'L':
      return { at: 'dokument', number };
    case 'P':
      return { at: 'pruefung', number };
    case 'K':
      return { at: 'aktionsplan', number };
    case 'T':
      return { at: 'test', number };
    default:
      return null;
  }
}

/** For `href`: `#/notfaelle?phase=running`. */
export function href(route: Route, search?: Record<string, string>): string {
  const query = new URLSearchParams(search).toString();
  return `#/${path(route)}${query ? `?${query}` : ''}`;
}
