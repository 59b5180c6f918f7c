import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import grid from 'lucide-static/icons/layout-grid.svg?raw';
import head from 'lucide-static/icons/circle-user-round.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { buttons } from '../../../kiosk/ui/shared/button.css.js';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import { newID } from '../../../kiosk/ui/shared/id.js';
import type { Note, Section, Stop } from '../../../kiosk/ui/shared/station.js';
import { sections, wording } from '../../../kiosk/ui/shared/own-map.js';
import { page } from '../../../kiosk/ui/shared/page.css.js';
import type { View } from '../element.js';
import { canvas, ghost } from './canvas.js';
import { Drag } from './drag.js';
import { fit } from './fit.js';
import { fly, middle, type From } from './fly.js';
import { styles } from './map.css.js';
import { noteStyles } from './note.css.js';
import { joined, label, type NoteEdit } from './note.js';
import { quadrants, quarters } from './quadrants.js';
import { both, sheet, starters, type Sheet } from './sheet.js';
import './clip.js';
import '../self.js';

/**
 * The empathy map. It draws the notes it is given and asks for changes with
 * the events `put` (detail NoteEdit) and `remove` (detail the note's id). The
 * way on from the page goes into its slot.
 */
@customElement('exit-map')
export class ExitMap extends LitElement {
  static override styles = [buttons, page, styles, noteStyles];

  @property({ attribute: false }) stop!: Stop<View>;
  @property({ attribute: false }) notes: Note[] = [];
  /** Only to be looked at: the visit is not recorded. */
  @property({ type: Boolean, reflect: true }) look = false;

  /** Pains and gains are there too. */
  @property({ type: Boolean }) inner = false;

  /** Drawn as four quarters, not as the canvas. */
  @state() projected = false;
  @state() chosen?: Note;
  @state() more: Partial<Record<Section, number>> = {};
  @state() private sheet?: Sheet;
  @state() private said = '';
  readonly drag = new Drag(this, (dragged, section) => this.dropped(dragged.note, section, dragged, dragged.on));
  /** Notes touched here, the newest first: they lie on top of their section. */
  private touched: string[] = [];
  private readonly resized = new ResizeObserver(() => this.requestUpdate());

  get settings(): View {
    return this.stop.view;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.resized.observe(this);
    void document.fonts.ready.then(() => this.requestUpdate());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  override render() {
    const { t, scenario } = this.stop;
    const customer = scenario.customer.short;
    const lead = this.look ? 'unrecorded' : this.inner ? 'inner.lead' : this.notes.length ? 'lead' : 'empty';
    const view = this.projected ? 'canvas' : 'quadrants';
    return html`
      <div class="page" ?inert=${this.sheet !== undefined} @keydown=${(e: KeyboardEvent) => e.key === 'Escape' && this.letGo()}>
        <div class="top">
          <h1 tabindex="-1">${t('exit.map.title', { customer })}</h1>
          <p class="lead">${t(`exit.map.${lead}`, { customer })}</p>
          <span class="view">
            <exit-self .stop=${this.stop} .notes=${this.notes}></exit-self>
            <button class="quiet" @click=${this.turn}>${icon(this.projected ? head : grid)} ${t(`exit.view.${view}`)}</button>
          </span>
        </div>
        ${this.projected ? quadrants(this) : canvas(this)}
        ${this.chosen ? this.taken(this.chosen) : html`<slot></slot>`}
      </div>
      ${this.sheet ? sheet(this, this.sheet) : nothing} ${ghost(this)}
      <p class="said" role="status">${this.said}</p>
    `;
  }

  /** The note taken up, and what may be done with it. */
  private taken(note: Note) {
    const { t, comfort } = this.stop;
    const clip = comfort.transcript ? undefined : note.evidence?.clip;
    return html`<footer class="taken">
      <div class="note ${note.inferred ? 'inferred' : ''}">${label(this.stop, note)}</div>
      <p>${this.projected ? nothing : t('exit.note.chosen')}</p>
      <span class="ways">
        ${clip ? html`<exit-clip .stop=${this.stop} .clip=${clip}></exit-clip>` : nothing}
        <button class="quiet" @click=${() => this.letGo()}>${t('exit.note.cancel')}</button>
        <button class="quiet" @click=${() => this.takeOff(note)}>${icon(trash)} ${t('exit.note.remove')}</button>
        <button class="quiet" @click=${() => this.write(note.section, note)}>${icon(pencil)} ${t('exit.note.reword')}</button>
      </span>
    </footer>`;
  }

  protected override firstUpdated() {
    const box = this.getBoundingClientRect();
    const from = { x: box.left + box.width / 2, y: box.bottom };
    this.lists().flatMap((list) => [...list.children] as HTMLElement[]).filter((item) => !item.hidden)
      .forEach((item, i) => fly(item, from, 120 + i * 45));
  }

  protected override updated(changed: PropertyValues<this>) {
    const more: Partial<Record<Section, number>> = {};
    for (const list of this.lists()) {
      const hidden = fit(list);
      if (hidden) more[list.closest<HTMLElement>('[data-section]')!.dataset.section as Section] = hidden;
    }
    // Once a cause: showing how many more there are must not change how many there are.
    const caused = [...changed.keys()].some((key) => key !== 'more') || changed.size === 0;
    if (caused && sections.some((s) => more[s] !== this.more[s])) this.more = more;
    if (changed.has('sheet' as keyof ExitMap) && this.sheet) {
      this.renderRoot.querySelector<HTMLElement>('.sheet textarea, .sheet button')?.focus();
    }
  }

  private lists(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.part > ul')];
  }

  private turn() {
    this.projected = !this.projected;
    this.chosen = undefined;
  }

  /** The notes of a section, or of its quarter, as they lie there. */
  of(section: Section): Note[] {
    const shown = this.projected ? quarters.find(([main]) => main === section) ?? [] : [section];
    const lying = shown.flatMap((s) => this.notes.filter((n) => n.section === s));
    const top = this.touched.flatMap((id) => lying.filter((n) => n.id === id));
    return [...top, ...lying.filter((n) => !top.includes(n))];
  }

  question(section: Section): string {
    return this.stop.t(`exit.ask.${section}`, { customer: this.stop.scenario.customer.short });
  }

  starters(section: Section): string[] {
    return starters(this, section);
  }

  choose(note: Note) {
    if (this.drag.wasDrag) return;
    const { chosen } = this;
    this.sheet = undefined;
    this.chosen = undefined;
    if (chosen && chosen.id !== note.id) this.sheet = { is: 'join', section: note.section, from: chosen, into: note, text: both(this, chosen, note) };
    else if (!chosen) this.chosen = note;
  }

  /** A note was dropped into a section, on another note perhaps: then the two may be one. */
  private dropped(id: string, section: Section, at: From, on?: string) {
    const [from, into] = [id, on].map((one) => this.notes.find((n) => n.id === one));
    this.chosen = undefined;
    if (from && into) this.sheet = { is: 'join', section, from, into, text: both(this, from, into) };
    else this.move(id, section, at);
  }

  /** Not joined after all: the note lies beside the other. */
  apart({ from, section }: { from: Note; section: Section }) {
    this.sheet = undefined;
    this.move(from.id, section);
  }

  private letGo() {
    const id = this.chosen?.id;
    this.chosen = undefined;
    this.attend(id);
  }

  moveChosen(section: Section) {
    if (this.chosen) this.move(this.chosen.id, section);
  }

  private move(id: string, section: Section, at?: From) {
    const note = this.notes.find((n) => n.id === id);
    this.chosen = undefined;
    if (!note || note.section === section) return;
    const old = this.item(id)?.getBoundingClientRect();
    this.change({ note: id, section, ...(note.text && { text: note.text }), inferred: note.inferred }, at ?? (old && middle(old)));
    this.say('exit.note.moved', section);
  }

  private takeOff(note: Note) {
    this.chosen = undefined;
    this.dispatchEvent(new CustomEvent('remove', { detail: note.id }));
    this.say('exit.note.removed', note.section);
    void this.updateComplete.then(() => this.heading(note.section).focus());
  }

  /** Opens the sheet to write a note into a section, or to reword one. */
  write(section: Section, note?: Note) {
    this.sheet = { is: 'note', section, note, text: note ? wording(this.stop, note) : '', inferred: note?.inferred ?? false };
  }

  list(section: Section) {
    this.sheet = { is: 'list', section };
  }

  draft(part: { text?: string; inferred?: boolean }) {
    if (this.sheet && this.sheet.is !== 'list') this.sheet = { ...this.sheet, ...part };
  }

  /** Puts a starter into the sheet, the cursor where it goes on. */
  begin(starter: string) {
    const at = starter.includes('…') ? starter.indexOf('…') : starter.length;
    this.draft({ text: starter.replace('…', '') });
    void this.updateComplete.then(() => {
      const area = this.renderRoot.querySelector('textarea');
      area?.focus();
      area?.setSelectionRange(at, at);
    });
  }

  /** Puts what the sheet holds onto the map. */
  put() {
    const open = this.sheet;
    if (!open || open.is === 'list' || !open.text.trim()) return;
    const text = open.text.trim();
    if (open.is === 'join') return this.join(open.from, open.into, text);
    const { note, section, inferred } = open;
    const same = note && text === wording(this.stop, note);
    this.sheet = this.chosen = undefined;
    this.change({ note: note?.id ?? newID(), section, ...(same ? note.text && { text } : { text }), inferred });
    if (!note) this.say('exit.note.added', section);
  }

  private join(from: Note, into: Note, text: string) {
    const { put, off } = joined(from, into, text);
    this.sheet = undefined;
    this.dispatchEvent(new CustomEvent('remove', { detail: off }));
    this.change(put);
    this.say('exit.note.joined', into.section);
  }

  close() {
    const open = this.sheet;
    this.sheet = undefined;
    void this.updateComplete.then(() => this.heading(open?.section).focus());
  }

  override focus() {
    this.heading().focus();
  }

  /** Where the keyboard goes when what it was at is gone: the head of a section, else of the page. */
  private heading(section?: Section): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(`.${section} .add`) ?? this.renderRoot.querySelector('h1')!;
  }

  private change(edit: NoteEdit, from?: From) {
    this.touched = [edit.note, ...this.touched.filter((id) => id !== edit.note)];
    this.dispatchEvent(new CustomEvent('put', { detail: edit }));
    this.attend(edit.note, from);
  }

  /** Focuses a note where it now lies; it flies there if it comes from elsewhere. */
  private attend(id: string | undefined, from?: From) {
    // The notes come back from the one who listens to the events: by the next frame they lie where they belong.
    requestAnimationFrame(() => {
      const item = id === undefined ? null : this.item(id);
      if (!item || item.hidden) return;
      item.querySelector('button')?.focus();
      if (from) fly(item, from);
    });
  }

  private item(id: string): HTMLElement | null {
    return this.renderRoot.querySelector(`.part [data-note="${CSS.escape(id)}"]`);
  }

  private say(key: string, section: Section) {
    this.said = this.stop.t(key, { section: this.stop.t(`exit.section.${section}`) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exit-map': ExitMap;
  }
}
