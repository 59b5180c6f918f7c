import { html, nothing, type TemplateResult } from 'lit';
import { sections, type Theme, type Themes, type Word, type Words } from './release.js';
import type { Reader } from './reader.js';
import { table } from './table.js';

/** What visitors wrote, as far as an organiser let it pass: sentences, notes by section, and what the words are about. */
export function said(words: Words, themes: Themes, r: Reader): TemplateResult {
  const of = (kind: Word['kind'], section = '') => words.words.filter((w) => w.kind === kind && (w.section ?? '') === section);
  return html`<div class="said">
    <div><h3>${r.t('insights.words.sentences')}</h3>${words.tooFew ? tooFew(words, r) : list(of('sentence'), themes.themes.filter((t) => t.section === 'sentence'), r, true)}</div>
    ${words.tooFew ? nothing : sections.map((s) => {
      const notes = of('note', s);
      return notes.length ? html`<div><h3>${r.t(`section.${s}`)}</h3>${list(notes, themes.themes.filter((t) => t.section === s), r)}</div>` : nothing;
    })}</div>
    <p class="small soft">${r.t(themes.tooLittle ? 'insights.themes.little' : 'insights.themes.more', { k: themes.k })}</p>
    ${table(r, 'themes', r.t('insights.figure.themes'), [r.t('insights.figure.themes'), r.t('insights.map.section'), r.t('insights.n'), r.t('insights.asof')],
      themes.themes.map((t) => [t.name, place(t, r), t.n, t.asOf]))}`;
}

/** What visitors will do. */
export function pledges(words: Words, themes: Themes, r: Reader): TemplateResult {
  return words.tooFew ? tooFew(words, r)
    : list(words.words.filter((w) => w.kind === 'pledge'), themes.themes.filter((t) => t.section === 'pledge'), r, true);
}

export const tooFew = (words: Words, r: Reader): TemplateResult => html`<p><span class="few-mark">${r.t('insights.words.few', { k: words.k })}</span></p>`;

const place = (t: Theme, r: Reader) => r.t(['sentence', 'pledge'].includes(t.section) ? `insights.words.${t.section}` : `section.${t.section}`);

function list(words: Word[], themes: Theme[], r: Reader, voice = false): TemplateResult {
  const counted = new Map<string, number>();
  for (const w of words) counted.set(w.text, (counted.get(w.text) ?? 0) + 1);
  return html`${themes.length ? html`<ul class="themes" aria-label=${r.t('insights.figure.themes')}>${themes.map((t) => html`<li>${t.name} <small>${r.t('insights.behind', { n: t.n })}</small></li>`)}</ul>` : nothing}
    ${counted.size ? html`<ul class=${voice ? 'voices' : 'lines'}>${[...counted].map(([text, times]) => html`<li><span>${text}</span>${times > 1 ? html` <small class="soft">× ${times}</small>` : nothing}</li>`)}</ul>`
      : html`<p><span class="none-mark">${r.t('insights.words.none')}</span></p>`}`;
}
