// Nothing is open; two workspaces were open before.
const desktop = (wishes, workspace) => ({
  version: '0.1.0', workspace, link: null, crashes: 0, test: { now: '2026-11-22T10:14:00Z', still: true },
  preferences: { zone: null, singleKeys: true, rail: false, lastView: null, tables: {}, ...wishes },
  recent: [
    { id: '1', name: 'Loftware Cloud', place: '/home/anna/Dokumente/Loftware Cloud.lotse', opened: '2026-11-21T08:00:00Z', there: true, acting: null },
    { id: '2', name: 'Probe', place: '/media/usb/Probe.lotse', opened: '2026-10-02T08:00:00Z', there: false, acting: null },
  ],
});
// eslint-disable-next-line @typescript-eslint/no-unused-vars
async function scene(command, args, wishes) {
  const order = args.order ?? args.request;
  if (order.do === 'prefer') Object.assign(wishes, order.preferences);
  return { is: 'desktop', desktop: desktop(wishes, null) };
}
