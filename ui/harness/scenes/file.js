// A real workspace: the questions and orders go to the command line of Lotse.
/* global core, paper */
// eslint-disable-next-line @typescript-eslint/no-unused-vars
async function scene(command, args, wishes) {
  if (command === 'query' || command === 'execute') {
    const line = JSON.parse(await core(command === 'query' ? 'ask' : 'do', JSON.stringify(args.question ?? args.order)));
    const { code, ...values } = line;
    if (code) throw { code, values };
    return line;
  }
  if (command === 'bytes') return Uint8Array.from(atob(await paper(args.request.draft?.record, args.request.draft?.language)), (sign) => sign.charCodeAt(0)).buffer;
  const order = args.request;
  if (order.do === 'backups') return { is: 'backups', backups: { folder: '/home/anna/Sicherungen/Loftware Cloud', days: 14, months: 12, made: [{ name: 'Loftware Cloud 2026-11-22 0800.lotse', made: '2026-11-22T07:00:00Z', bytes: 475136 }, { name: 'Loftware Cloud 2026-11-21 0812.lotse', made: '2026-11-21T07:12:00Z', bytes: 471040 }] } };
  if (order.do === 'drafts') return { is: 'drafts', drafts: [] };
  if (order.do === 'keepDraft' || order.do === 'dropDraft' || order.do === 'copyText') return { is: 'done' };
  if (order.do === 'prefer') Object.assign(wishes, order.preferences);
  if (order.do === 'actAs') window.acting = order.person;
  const { organisation } = JSON.parse(await core('ask', '{"organisation":{}}'));
  const workspace = { id: '1', name: organisation.name, place: '/tmp/x.lotse', readOnly: false, encrypted: false, acting: window.acting ?? organisation.people[0]?.id ?? null };
  return { is: 'desktop', desktop: { version: '0.1.0', workspace, link: null, crashes: 0, test: { now: null, still: true }, preferences: { zone: null, singleKeys: true, rail: false, lastView: null, tables: {}, ...wishes }, recent: [] } };
}
