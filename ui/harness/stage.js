// Plays Tauri's side of the door for pictures; a scene defines `desktop`, `query` and `execute` before.
/* global wishes, scene */
window.__TAURI_INTERNALS__ = {
  transformCallback: (callback) => { const id = Math.floor(performance.now() * 1e6); window[`_${id}`] = callback; return id; },
  unregisterCallback: () => undefined,
  invoke: async (command, args) => {
    if (command === 'plugin:event|listen') return 1;
    if (command.startsWith('plugin:')) return null;
    return scene(command, args, wishes);
  },
};
window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener: () => undefined };
