import { expect, test } from '@playwright/test';
import { length, office } from './clock.js';
import { Shift, type Kept } from './shift.js';
import type { Message, View } from './view.js';

const message = (id: string, more: Partial<Message>): Message => ({
  id, channel: 'phone', from: id, subject: id, at: 0, patience: 60_000, leaves: 'gone', theirs: { while: 'x', after: {} },
  steps: [
    { id: 'asks', says: 'x', choices: [{ text: 'yes', to: 'thanks' }, { text: 'look', to: 'shown', takes: 10_000 }] },
    { id: 'shown', shows: 'x', choices: [{ text: 'yes', to: 'thanks', takes: 5000 }] },
    { id: 'thanks', says: 'x', end: 'helped' },
  ],
  ...more,
});

const view = {
  messages: [message('ann', { customer: true }), message('ben', { at: 20_000, patience: 30_000 }), message('cay', { at: 300_000 })],
} as Partial<View> as View;

function begin(moreTime = false, kept?: Kept) {
  const facts: string[] = [];
  const shift = new Shift(view, moreTime, kept, (type, body) => facts.push(`${type} ${Object.values(body).join(' ')}`.trim()));
  const pass = (seconds: number) => { for (let n = 0; n < seconds * 4; n++) shift.pass(250); };
  return { shift, facts, pass };
}

test('patience runs for who waits and rests for who is attended to', () => {
  const { shift, facts, pass } = begin();
  pass(5);
  expect(shift.queue).toEqual(['ann']);
  shift.turn('ann');
  pass(45);
  expect(shift.met['ann']!.waited).toBe(4750); // the first quarter brought her
  expect(shift.queue).toEqual(['ann', 'ben']);
  expect(shift.mood('ben')).toBe('leaving');
  pass(1);
  expect(shift.met['ben']!.end).toBe('left');
  expect(facts).toEqual(['desk.came ann', 'desk.turned ann 4750', 'desk.came ben', 'desk.left ben 30000']);
});

test('who asked for more time has three times as much', () => {
  const { shift, pass } = begin(true);
  pass(100);
  expect(shift.waiting).toEqual(['ann', 'ben']);
  pass(81);
  expect(shift.met['ann']!.end).toBe('left');
});

test('what takes time keeps the customer waiting, and the answer comes by itself', () => {
  const { shift, facts, pass } = begin();
  pass(1);
  shift.turn('ann');
  shift.choose('ann', 1);
  pass(9);
  expect(shift.met['ann']).toMatchObject({ step: 'shown', due: expect.any(Number), waited: 9750 });
  pass(2);
  expect(shift.met['ann']!.due).toBeUndefined();
  shift.choose('ann', 0);
  expect(shift.met['ann']!.end, 'not before the answer is there').toBeUndefined();
  pass(6);
  expect(shift.met['ann']!.end).toBe('helped');
  expect(facts.filter((f) => f.startsWith('desk.chose'))).toEqual(['desk.chose ann asks 1', 'desk.chose ann shown 0']);
});

test('with nobody in the queue the next comes soon', () => {
  const { shift, pass } = begin();
  pass(1);
  shift.turn('ann');
  shift.choose('ann', 0);
  pass(3);
  expect(shift.waiting).toEqual(['ben']);
  shift.turn('ben');
  shift.choose('ben', 0);
  pass(3);
  expect(shift.waiting).toEqual(['cay']);
  expect(shift.over).toBe(false);
  shift.close();
  expect(shift.met['cay']!.end).toBe('open');
  expect(shift.over).toBe(true);
});

test('a reload goes on where the clock stood, and a screen that slept loses nobody', () => {
  const { shift, pass } = begin();
  pass(10);
  const again = begin(false, JSON.parse(JSON.stringify(shift.kept)) as Kept);
  expect(again.shift.queue).toEqual(['ann']);
  again.shift.pass(3_600_000);
  expect(again.shift.met['ann']).toMatchObject({ waited: 11_750 });
  expect(again.shift.met['ann']!.end).toBeUndefined();
  expect(again.facts).toEqual([]);
});

test('the clock of the office, and lengths', () => {
  expect([office('8:05', 0), office('8:59', 60_000), office('23:59', 120_000)]).toEqual(['8:05', '9:00', '0:01']);
  expect([length(999), length(61_000), length(600_000)]).toEqual(['0:00', '1:01', '10:00']);
});
