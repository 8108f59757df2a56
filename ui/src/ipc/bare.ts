/** What holds before the desktop has answered for the first time. */
import type { Desktop } from './contract/desktop';

/** A desktop with nothing open. */
export const bareDesktop: Desktop = {
  version: '0.1.0',
  preferences: { language: 'de', zone: null, look: 'light', density: 'comfortable', zoom: 100, singleKeys: true, rail: false, lastView: null, tables: {}, reminders: { notices: true, keepQuiet: true, quiet: { from: 1140, to: 420, weekends: false }, toTray: false } },
  workspace: null,
  recent: [],
  link: null,
  failed: null,
  systemZone: null,
  crashes: 0,
  test: { now: null, still: true },
};
