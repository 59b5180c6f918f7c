import { html, nothing } from 'lit';
import clock from 'lucide-static/icons/clock.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { RoomView } from '../../../kiosk/ui/shared/station.js';
import type { StationEntry } from '../element.js';

const papers = [
  { title: 'kept', sign: check, items: ['kept.feel', 'kept.do', 'kept.words'] },
  { title: 'never', sign: x, items: ['never.name', 'never.face', 'never.voice'] },
  { title: 'seen', sign: eye, items: ['seen.you', 'seen.organiser', 'seen.managers'] },
];

/** How long what is left here is kept, as the room file says. */
function long({ words, visits, backups }: RoomView['retention']): string[] {
  const ends = words || visits;
  return [
    words ? 'long.words' : 'long.words.always', visits ? 'long.visits' : 'long.visits.always',
    ...(ends && backups ? ['long.backups'] : []), 'long.withdraw',
  ];
}

/** What is recorded, who sees it and for how long, with the room's own k and days. */
export function consent(entry: StationEntry) {
  const { room } = entry.stop;
  const words = (key: string) =>
    entry.t(`entry.consent.${key}`, { customer: entry.stop.scenario.customer.short, k: room.k, ...room.retention });
  return html`<div class="consent">
    <div>
      <h1 tabindex="-1">${words('title')}</h1>
      <p class="lead">${words('lead')}</p>
    </div>
    <div class="papers">
      ${[...papers, { title: 'long', sign: clock, items: long(room.retention) }].map(({ title, sign, items }) => html`<section>
        <h2>${words(title)}</h2>
        <ul>${items.map((item) => html`<li>${icon(sign)} <span>${words(item)}</span></li>`)}</ul>
      </section>`)}
    </div>
    <p class="soft">
      ${entry.view.consent ? html`${entry.read(entry.view.consent)}<br />` : nothing}
      ${words('unrecorded.note')}
    </p>
  </div>`;
}
