import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styles } from './own-map.css.js';
import { when } from './pledge.js';
import './self-card.js';
import type { Note, Section, Self, Stop, Text } from './station.js';

/** Who speaks: the words of one language. */
export type Speech = Pick<Stop, 'language' | 't' | 'read'>;

/** What a visitor takes away. */
export interface Own {
  customer: { name: string; short: string };
  stations: { id: string; title: Text }[];
  notes: Note[];
  sentence?: string;
  pledge?: { text: string; when?: string };
  self?: Self[];
}

/** The map's sections in the order of Dave Gray's canvas of 2017; who and goal come before them. */
export const sections: Section[] = ['see', 'say', 'do', 'hear', 'feel', 'pains', 'gains'];

/** What a note says: its own text, or its kind's words for what happened. */
export function wording({ t, language }: Speech, note: Note): string {
  if (note.text || !note.key) return note.text ?? '';
  const words = t(note.key, note.args);
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

/** Where a note comes from: the label of its moment, or else its station. */
export function source({ read }: Speech, stations: Own['stations'], note: Note): string {
  const { evidence } = note;
  return read(evidence?.label) || read(stations.find((s) => s.id === evidence?.station)?.title);
}

/** What the customer's world said there, unless the note says it already. */
export function quoted(note: Note, words: string): string {
  const { quote } = note.evidence ?? {};
  return quote && !words.includes(quote) ? quote : '';
}

/** A visitor's own map by section, with sentence and pledge: to read on a phone, and to print. Its slots are `pledge` and the end. */
@customElement('own-map')
export class OwnMap extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) own!: Own;
  @property({ attribute: false }) speech!: Speech;

  override render() {
    const { t } = this.speech;
    const { customer, sentence, notes } = this.own;
    return html`
      <h1 tabindex="-1">${t('own.title', { customer: customer.short })}</h1>
      ${sentence
        ? html`<figure><blockquote>${sentence}</blockquote><figcaption>${t('own.sentence', { customer: customer.name })}</figcaption></figure>`
        : nothing}
      ${this.pledge()}
      ${notes.length
        ? html`<div class="sections">${sections.map((section) => this.section(section))}</div>`
        : html`<p class="soft">${t('own.empty')}</p>`}
      ${this.own.self?.map((self) => html`<section class="self"><h2>${t('self.title')}</h2><self-card .speech=${this.speech} .self=${self}></self-card></section>`)}
      <slot></slot>
    `;
  }

  private pledge() {
    const { pledge } = this.own;
    if (!pledge) return nothing;
    const due = when(this.speech.t, pledge.when);
    return html`<section class="pledge">
      <h2>${this.speech.t('own.pledge')}</h2>
      <p class="voice">${pledge.text}</p>
      ${due ? html`<p class="soft">${due}</p>` : nothing}
      <slot name="pledge"></slot>
    </section>`;
  }

  private section(section: Section) {
    const notes = this.own.notes.filter((n) => n.section === section);
    if (!notes.length) return nothing;
    return html`<section>
      <h2>${this.speech.t(`section.${section}`)}</h2>
      <ul>${notes.map((note) => this.note(note))}</ul>
    </section>`;
  }

  private note(note: Note) {
    const { speech } = this;
    const words = wording(speech, note);
    const quote = quoted(note, words);
    const from = [source(speech, this.own.stations, note), speech.t(note.inferred ? 'note.inferred' : 'note.observed')];
    return html`<li class=${note.inferred ? 'inferred' : ''}>
      <b>${words}</b>
      ${quote ? html`<q>${quote}</q>` : nothing}
      <small>${from.filter(Boolean).join(' · ')}</small>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-map': OwnMap;
  }
}
