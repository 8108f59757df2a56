/** The addresses of the window: `#/notfaelle/N-2026-004`. The same text behind `lotse://` is a deep link. */
export type Route =
  | { at: 'heute' }
  | { at: 'notfaelle' }
  | { at: 'notfall'; number: string }
  | { at: 'berichte' }
  | { at: 'bericht'; number: string }
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
  if (rest.length) return unknown;
  switch (area) {
    case '':
    case 'heute':
      return part === undefined ? { at: 'heute' } : unknown;
    case 'notfaelle':
      if (part === undefined) return { at: 'notfaelle' };
      return number.test(part) ? { at: 'notfall', number: part } : unknown;
    case 'berichte':
      if (part === undefined) return { at: 'berichte' };
      return number.test(part) ? { at: 'bericht', number: part } : unknown;
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
    case 'bericht':
      return `berichte/${route.number}`;
    case 'einstellungen':
      return route.part ? `einstellungen/${route.part}` : 'einstellungen';
    case 'unbekannt':
      return route.path;
    case 'heute':
    case 'notfaelle':
    case 'berichte':
    case 'import':
    case 'protokoll':
      return route.at;
  }
}

/** For `href`: `#/notfaelle?phase=running`. */
export function href(route: Route, search?: Record<string, string>): string {
  const query = new URLSearchParams(search).toString();
  return `#/${path(route)}${query ? `?${query}` : ''}`;
}
