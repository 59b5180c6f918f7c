import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import forward from 'lucide-static/icons/skip-forward.svg?raw';
import back from 'lucide-static/icons/skip-back.svg?raw';
import release from 'lucide-static/icons/monitor-off.svg?raw';
import merge from 'lucide-static/icons/merge.svg?raw';
import close from 'lucide-static/icons/door-closed.svg?raw';
import { icon } from '../shared/icon.js';
import type { VisitOrder } from '../shared/wire.gen.js';
import type { Console } from './console.js';
import { dot } from './dot.js';
import { sorted } from './page.js';
import { act } from './undo.js';
import type { VisitRow } from './watch.js';

/** A visitor, and all that can be done for them. */
export function visitorSheet(page: Console, v: VisitRow): TemplateResult {
  const order = (body: VisitOrder) => act(page, v, body);
  const button = (sign: Svg, what: 'advance' | 'back' | 'release' | 'close', can: boolean) => html`<button class="quiet deed" ?disabled=${page.busy || !can}
    @click=${() => order({ do: what })}>${icon(sign)} <span>${page.t(`console.act.${what}`)}<br /><span class="small soft">${page.t(`console.act.${what}.more`)}</span></span></button>`;
  const name = html`<h2 id="sheet">${dot(v.badge.colour)} ${v.badge.words} <span class="code soft">${v.badge.code}</span></h2>`;
  if (v.synthetic) return html`${name}<p>${page.t('console.rehearse.own')}</p>`;
  return html`${name}
    <p>${v.place ? page.station(v.place) : page.t('console.between')} <span class="soft">${page.t('console.since.at', { time: page.clock(v.since) })}</span></p>
    <h3>${page.t('console.act.send')}</h3>
    <div class="numerals">${page.scenario?.stations.filter((s) => s.id !== v.place && s.role !== 'opens').map((s) => html`<button class="quiet"
      style=${styleMap({ '--station': s.colour })} ?disabled=${page.busy} aria-pressed=${v.sent === s.id} @click=${() => order({ do: 'send', station: s.id })}>
      <span class="numeral">${s.number}</span> ${page.read(s.title)}</button>`)}
      ${v.sent ? html`<button class="quiet" ?disabled=${page.busy} @click=${() => order({ do: 'send' })}>${page.t('console.act.unsend')}</button>` : nothing}</div>
    <div class="deeds">
      ${button(forward, 'advance', v.place !== '')} ${button(back, 'back', true)} ${button(release, 'release', v.screen !== '')}
      ${others(page, v, order)} ${button(close, 'close', true)}
    </div>`;
}

/** The visits that this one can be joined to. */
function others(page: Console, v: VisitRow, order: (body: VisitOrder) => void): TemplateResult {
  const rest = sorted(Object.values(page.room?.visits ?? {}).filter((o) => o.id !== v.id && o.rehearsal === v.rehearsal && !o.synthetic), (a, b) => a.badge.words.localeCompare(b.badge.words));
  return html`<form class="deed merge" @submit=${(e: SubmitEvent) => {
    e.preventDefault();
    order({ do: 'merge', into: String(new FormData(e.target as HTMLFormElement).get('into')) });
  }}>${icon(merge)} <label>${page.t('console.act.merge')}<br /><span class="small soft">${page.t('console.act.merge.more')}</span>
      <select name="into" required><option value=""></option>${rest.map((o) => html`<option value=${o.id}>${o.badge.words} ${o.badge.code}</option>`)}</select></label>
    <button class="quiet" ?disabled=${page.busy || rest.length === 0}>${page.t('console.act.merge.go')}</button></form>`;
}
