import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, answerAtOnce, askEarly, firstPages, forgetEarly, forgetFirstPages, whenAnswered } from './early';
import { play, stopPlaying, tell } from './play';

const home = { home: {} };
let asked: string[] = [];
let refusing = false;

beforeEach(() => {
  asked = [];
  refusing = false;
  play({
    query: (question) => {
      asked.push(JSON.stringify(question));
      if (refusing) throw { code: 'noWorkspace', values: {} };
      return { answer: asked.length };
    },
  });
});

afterEach(() => {
  forgetEarly();
  forgetFirstPages();
  stopPlaying();
});

describe('answers that were asked for early', () => {
  it('are taken once, by the question that they belong to', async () => {
    await askEarly([JSON.stringify(home)]);
    expect(await answer({ register: { offset: 0 } })).toEqual({ answer: 2 });
    expect(await answer(home)).toEqual({ answer: 1 });
    expect(await answer(home)).toEqual({ answer: 3 });
  });

  it('are there at once when they have come, and once', async () => {
    const asking = askEarly([JSON.stringify(home)]);
    expect(answerAtOnce(home)).toBeUndefined();
    await asking;
    expect(answerAtOnce(home)).toEqual({ answer: 1 });
    expect(answerAtOnce(home)).toBeUndefined();
    expect(await answer(home)).toEqual({ answer: 2 });
  });

  it('are asked for again when there was none', async () => {
    refusing = true;
    await askEarly([JSON.stringify(home)]);
    refusing = false;
    expect(await answer(home)).toEqual({ answer: 2 });
  });

  it('are not taken any more once something has changed', async () => {
    await askEarly([JSON.stringify(home)]);
    await tell('changed', { stale: ['home'] });
    expect(answerAtOnce(home)).toBeUndefined();
    expect(await answer(home)).toEqual({ answer: 2 });
  });

  it('of lists are those for the first page that was asked for last', async () => {
    let times = 0;
    whenAnswered(() => (times += 1));
    for (const register of [{ search: 'a', offset: 0 }, { search: 'b', offset: 0 }, { search: 'b', offset: 50 }]) await answer({ register });
    expect(firstPages()).toEqual([JSON.stringify({ register: { search: 'b', offset: 0 } })]);
    await expect.poll(() => times).toBeGreaterThan(0);
  });
});
