// A room on the console's socket without a room behind it: for tests and for
// make bench, which is why this is plain JavaScript.

const animals = ['Otter', 'Heron', 'Marten', 'Wren', 'Badger', 'Lynx', 'Puffin', 'Hare', 'Finch', 'Seal'];
const tints = [['Amber', '#b45309'], ['Teal', '#0f766e'], ['Plum', '#7e3794'], ['Coral', '#b23a48'], ['Slate', '#475569'], ['Green', '#3f7d20']];
const presences = ['in_use', 'in_use', 'ready', 'in_use', 'silent', 'in_use', 'waiting', 'in_use', 'off', 'unknown'];
const minute = 60_000;

const of = (list, i) => list[i % list.length];

function visit(stations, i, at) {
  const [tint, colour] = of(tints, i);
  const place = i % 4 === 3 ? '' : of(stations, i);
  return {
    id: `v${i}`, badge: { words: `${tint} ${of(animals, Math.floor(i / tints.length))}`, colour, code: (1000 + i).toString(36).toUpperCase().padStart(4, 'K') },
    place, screen: place ? `s${i}` : '', next: place ? '' : of(stations, i + 1), sent: i % 12 === 7 ? of(stations, i + 1) : '',
    since: at - i * minute / 8, opened: at - minute * 30 - i, last: at, facts: i, expected: place ? 6 : 0,
    stuck: i % 10 === 4, idle: i % 14 === 8, unrecorded: i % 30 === 5, rehearsal: i % 30 === 6, synthetic: false, phone: i % 5 === 0, scenario: i % 30 === 9 ? '9f8e7d6c5b4a' : '',
  };
}

function screen(stations, i, at) {
  const presence = of(presences, i);
  const order = [undefined, { do: 'reload', at, state: 'sent' }, { do: 'blank', at, state: 'done' }, { do: 'message', at, state: 'late' }][i % 9];
  return {
    id: `s${i}`, name: `Screen ${i + 1}`, number: i + 1, station: presence === 'waiting' ? '' : of(stations, i), visit: presence === 'in_use' ? `v${i}` : '',
    presence, since: at - i * minute / 4, seen: at, rehearsal: false, playing: false, width: 1280, height: 800, software: 'a1b2c3d', outbox: 0, refused: 0, charging: false,
    ...(i % 3 === 0 && { battery: 10 + (i * 7) % 90, charging: i % 2 === 0 }), ...(i % 11 === 4 && { outbox: 3, refused: 1 }),
    orders: { blank: i % 9 === 2, volume: i % 9 === 2 ? 40 : 100, mute: i % 13 === 9, message: i % 13 === 9 ? 'The guide is on the way' : '' }, ...(order && { order }),
  };
}

const table = (n, row) => Object.fromEntries(Array.from({ length: n }, (_, i) => row(i)).map((r) => [r.id, r]));

export function fullRoom(stations, screens, visits, at) {
  return {
    type: 'room', full: true, at, phase: 'open', opening: 'o1', paused: false,
    screens: table(screens, (i) => screen(stations, i, at)), visits: table(visits, (i) => visit(stations, i, at)),
  };
}

export function movedOn(room, stations, step) {
  const at = room.at + step * 1000;
  const visitors = Object.values(room.visits);
  const moved = [0, 1, 2, 3, 4].map((k) => of(visitors, step * 5 + k)).map((v, k) => ({ ...v, place: of(stations, step + k), since: at, facts: v.facts + step, stuck: false }));
  const { full: _, ...rest } = room;
  const before = of(Object.values(room.screens), step);
  return {
    ...rest, at, visits: Object.fromEntries(moved.map((v) => [v.id, v])),
    screens: { [before.id]: { ...before, presence: step % 2 ? 'ready' : 'in_use', since: at } },
  };
}
