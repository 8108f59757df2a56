/**
 * Stands in the page itself and runs before any of its files is fetched: asks what every window asks first and what the
 * last one asked for the same view, and has the files of that view fetched with the others. The build knows `files`, by
 * language and by place. `askedFirst` of the door hands out the answers, `shell/ahead` keeps the guess.
 */
(() => {
  const files = '%files%';
  const tauri = window.__TAURI_INTERNALS__;
  if (!tauri) return;
  const asked = (window.lotseAsked = new Map());
  const ask = (name, command, words) => {
    const answer = tauri.invoke(command, words);
    answer.catch(() => undefined);
    asked.set(name, answer);
  };
  ask('look', 'desktop', { request: { do: 'look' } });
  try {
    const { language, view, questions } = JSON.parse(localStorage.getItem('lotse.ahead'));
    for (const question of questions) ask(question, 'query', { question: JSON.parse(question) });
    for (const name of [language, view.split(/[/?]/).find(Boolean)]) {
      if (files[name]) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: files[name] }));
    }
    // While the files are on their way: what says numbers and times of a language first reads all that the system knows of it.
    setTimeout(() => {
      const locale = { de: 'de-DE', en: 'en-GB' }[language];
      new Intl.NumberFormat(locale).format(0);
      new Intl.PluralRules(locale).select(0);
      new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Berlin', timeZoneName: 'short' }).format(0);
    });
  } catch {
    // The first window of all, or what an older program left here: asked when it is needed.
  }
})();
