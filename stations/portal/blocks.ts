import { html, nothing, type TemplateResult } from 'lit';
import good from 'lucide-static/icons/circle-check.svg?raw';
import error from 'lucide-static/icons/circle-alert.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import warning from 'lucide-static/icons/triangle-alert.svg?raw';
import { icon } from '../../kiosk/ui/shared/icon.js';
import './chat.js';
import './form.js';
import './search.js';
import { paragraphs, type World } from './world.js';
import { sign } from './icons.js';
import type { Block, Card, Link, Tone } from './view.js';

const signs = { info, warning, error, good };

export function banner(tone: Tone, text: string): TemplateResult {
  return html`<div class="banner ${tone}" role=${tone === 'error' ? 'alert' : nothing}>${icon(signs[tone])}<span>${text}</span></div>`;
}

/** Draws one piece of a page, if it is there now. */
export function block(w: World, b: Block): TemplateResult | typeof nothing {
  if (!w.has(b.when)) return nothing;
  if (b.heading) return html`<h2>${w.read(b.heading)}</h2>`;
  if (b.text) return text(w.read(b.text));
  if (b.small) return html`<p class="small">${w.read(b.small)}</p>`;
  if (b.banner) return banner(b.banner.tone, w.read(b.banner.text));
  if (b.notice) return html`<section class="notice">${sign(b.notice.icon)}<h2>${w.read(b.notice.heading)}</h2>
    ${b.notice.text ? text(w.read(b.notice.text)) : nothing}</section>`;
  if (b.links) return html`<ul class="links">${b.links.filter((l) => w.has(l.when)).map((l) => html`<li>${link(w, l)}</li>`)}</ul>`;
  if (b.buttons) return html`<div class="buttons">${b.buttons.filter((l) => w.has(l.when)).map((l, i) => html`
    <button class=${i ? 'act plain' : 'act'} data-dead=${l.dead ? 'yes' : nothing} @click=${() => w.follow(l)}>${sign(l.icon)}${w.read(l.label)}</button>`)}</div>`;
  if (b.cards) return html`<div class="cards">${b.cards.map((c) => card(w, c))}</div>`;
  if (b.table) return table(w, b.table);
  if (b.picture) return html`<figure><img src=${w.file(b.picture.file)} alt=${w.read(b.picture.alt)}>
    ${b.picture.caption ? html`<figcaption>${w.read(b.picture.caption)}</figcaption>` : nothing}</figure>`;
  if (b.search) return html`<portal-search .world=${w} .search=${b.search}></portal-search>`;
  if (b.chat) return html`<portal-chat .world=${w} .chat=${b.chat}></portal-chat>`;
  if (b.form) return html`<portal-form .world=${w} .form=${b.form}></portal-form>`;
  return nothing;
}

/** A link in the text's colour; a dead one looks the same and is told apart by clicks only. */
export function link(w: World, l: Link): TemplateResult {
  return html`<button class="link" data-dead=${l.dead ? 'yes' : nothing} @click=${() => w.follow(l)}>${sign(l.icon)}${w.read(l.label)}</button>
    ${l.note ? html`<div class="small">${w.read(l.note)}</div>` : nothing}`;
}

function text(all: string): TemplateResult {
  return html`<div class="text">${paragraphs(all).map((p) => p.list
    ? html`<ul>${p.lines.map((l) => html`<li>${l}</li>`)}</ul>`
    : html`<p>${p.lines.map((l, i) => html`${i ? html`<br>` : nothing}${l}`)}</p>`)}</div>`;
}

function card(w: World, c: Card): TemplateResult {
  return html`<section class="card">
    ${c.picture ? html`<img src=${w.file(c.picture)} alt="">` : nothing}
    <h3>${c.icon ? html`<span class="sign">${sign(c.icon)}</span>` : nothing}${w.read(c.title)}</h3>
    ${c.figure ? html`<p class="figure">${w.read(c.figure)}</p>` : nothing}
    ${c.text ? html`<p>${w.read(c.text)}</p>` : nothing}
    ${c.link && w.has(c.link.when) ? html`<div class="more">${link(w, c.link)}</div>` : nothing}
  </section>`;
}

/** Cells that hold an amount or a number only stand at the end of their column. */
const amount = /^[-−–+]?\s?[£€$]?\s?[\d.,\s]*\d[\d.,]*\s?(?:[£€$%]|kWh|EUR)?$/;

function table(w: World, t: NonNullable<Block['table']>): TemplateResult {
  const words = t.rows.map((row) => row.map((c) => w.read(c)));
  const ends = t.head.map((_, i) => words.length > 0 && words.every((row) => amount.test(row[i] ?? '') || row[i] === ''));
  const place = (i: number) => (ends[i] ? 'end' : '');
  const actions = t.actions;
  return html`<div class="table" tabindex="0" role="group" aria-label=${w.read(t.caption ?? t.head[0])}><table>
    ${t.caption ? html`<caption>${w.read(t.caption)}</caption>` : nothing}
    <thead><tr>${t.head.map((h, i) => w.read(h) ? html`<th scope="col" class=${place(i)}>${w.read(h)}</th>` : html`<td></td>`)}
      ${actions ? html`<td></td>` : nothing}</tr></thead>
    <tbody>${words.map((row, r) => html`<tr>${row.map((c, i) => html`<td class=${place(i)}>${c}</td>`)}
      ${actions ? html`<td class="end do">${actions[r] && w.has(actions[r].when) ? link(w, actions[r]) : nothing}</td>` : nothing}</tr>`)}</tbody>
  </table></div>`;
}
