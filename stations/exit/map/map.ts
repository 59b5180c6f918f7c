import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { buttons } from '../../../kiosk/ui/shared/button.css.js';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import { newID } from '../../../kiosk/ui/shared/id.js';
import type { Note, Section, Stop } from '../../../kiosk/ui/shared/station.js';
import { page } from '../../../kiosk/ui/shared/page.css.js';
import type { View } from '../element.js';
import { canvas, ghost } from './canvas.js';
import { Drag } from './drag.js';
import { fit } from './fit.js';
import { fly, middle, type From } from './fly.js';
import { styles } from './map.css.js';
import { label, sections, wording, type NoteEdit } from './note.js';
import { sheet, starters, type Sheet } from './sheet.js';

/**
 * The empathy map. It draws the notes it is given and asks for changes with
 * the events `put` (detail NoteEdit) and `remove` (detail the note's id). The
 * way on from the page goes into its slot.
 */
@customElement('exit-map')
export class ExitMap extends LitElement {
  static override styles = [buttons, page, styles];

  @property({ attribute: false }) stop!: Stop<View>;
  @property({ attribute: false }) notes: Note[] = [];
  /** Only to be looked at: the visit is not recorded. */
  @property({ type: Boolean, reflect: true }) look = false;

  @state() chosen?: Note;
  @state() more: Partial<Record<Section, number>> = {};
  @state() private sheet?: Sheet;
  @state() private said = '';
  readonly drag = new Drag(this, (note, section, at) => this.move(note, section, at));
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
    const lead = this.look ? 'exit.map.unrecorded' : this.notes.length ? 'exit.map.lead' : 'exit.map.empty';
    return html`
      <div class="page" ?inert=${this.sheet !== undefined} @keydown=${(e: KeyboardEvent) => e.key === 'Escape' && this.letGo()}>
        <div class="top"><h1 tabindex="-1">${t('exit.map.title', { customer })}</h1><p class="lead">${t(lead, { customer })}</p></div>
        ${canvas(this)}
        ${this.chosen ? this.taken(this.chosen) : html`<slot></slot>`}
      </div>
      ${this.sheet ? sheet(this, this.sheet) : nothing} ${ghost(this)}
      <p class="said" role="status">${this.said}</p>
    `;
  }

  /** The note taken up, and what may be done with it. */
  private taken(note: Note) {
    const { t } = this.stop;
    return html`<footer class="taken">
      <div class="note ${note.inferred ? 'inferred' : ''}">${label(this.stop, note)}</div>
      <p>${t('exit.note.chosen')}</p>
      <span class="ways">
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

  /** The notes of a section as they lie there. */
  of(section: Section): Note[] {
    const lying = this.notes.filter((n) => n.section === section);
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
    this.sheet = undefined;
    this.chosen = this.chosen?.id === note.id ? undefined : note;
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
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`.${note.section} .add`)?.focus());
  }

  /** Opens the sheet to write a note into a section, or to reword one. */
  write(section: Section, note?: Note) {
    this.sheet = { section, list: false, note, text: note ? wording(this.stop, note) : '', inferred: note?.inferred ?? false };
  }

  list(section: Section) {
    this.sheet = { section, list: true };
  }

  draft(part: { text?: string; inferred?: boolean }) {
    if (this.sheet && !this.sheet.list) this.sheet = { ...this.sheet, ...part };
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
    if (!open || open.list || !open.text.trim()) return;
    const { note, section, inferred } = open;
    const text = open.text.trim();
    const same = note && text === wording(this.stop, note);
    this.sheet = this.chosen = undefined;
    this.change({ note: note?.id ?? newID(), section, ...(same ? note.text && { text } : { text }), inferred });
    if (!note) this.say('exit.note.added', section);
  }

  close() {
    const open = this.sheet;
    this.sheet = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`.${open?.section} .add`)?.focus());
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
