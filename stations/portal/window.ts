import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import arrow from 'lucide-static/icons/arrow-left.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import { lasts, Later } from '../../kiosk/ui/shared/hold.js';
import type { Text } from '../../kiosk/ui/shared/station.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { banner, block, link } from './blocks.js';
import { Clicks } from './clicks.js';
import { controls } from './controls.css.js';
import { sign } from './icons.js';
import type { Clause } from './condition.js';
import type { Memory, Values } from './memory.js';
import './picker.js';
import type { Datum, Document, Form, Link, Page, Reply, View } from './view.js';
import './warn.js';
import { blocks, frame } from './window.css.js';
import type { World } from './world.js';

/** What the portal needs of the stop. */
export interface Around {
  view: View;
  memory: Memory;
  moreTime: boolean;
  language: string;
  customer: string;
  t(key: string, args?: Record<string, string | number>): string;
  read(text: Text | undefined): string;
  file(name: string): string;
  emit(type: string, body: object): void;
}

/** Times as long, for who asked for more time. */
export const moreTime = 3;

/**
 * The portal in a browser's frame. It runs by itself. `page` and `trail` may be
 * set once to go on where one left; it fires `moved` whenever they change.
 */
@customElement('portal-window')
export class PortalWindow extends LitElement implements World {
  static override styles = [controls, frame, blocks];

  @property({ attribute: false }) around!: Around;
  @property({ attribute: false }) page = '';
  @property({ attribute: false }) trail: string[] = [];
  @state() private waiting = 0;
  @state() private says = '';
  @state() private warned = false;
  @state() private picking: ((file: Document | undefined) => void) | undefined;
  @query('.page') private main!: HTMLElement;
  @query('.scroll') private scroller!: HTMLElement;
  private visit = 0; // counts pages, so that what was begun on one does not end on another
  private timer: Later | undefined;
  private clicks!: Clicks;

  get card(): Datum[] {
    return this.around.view.card.rows ?? [];
  }

  get documents(): Document[] {
    return this.around.view.files ?? [];
  }

  get language(): string {
    return this.around.language;
  }

  private get at(): Page | undefined {
    return this.around.view.pages.find((p) => p.id === this.page);
  }

  override firstUpdated(): void {
    for (const name of [...this.around.view.pages].flatMap((p) => p.blocks ?? [])
      .flatMap((b) => [b.picture?.file, ...(b.cards ?? []).map((c) => c.picture)]))
      if (name) new Image().src = this.file(name); // while the network is there
    if (this.at) void this.arrive();
    else this.go(this.around.view.start);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.visit++;
    this.timer?.end();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('around')) return;
    this.style.setProperty('--brand', this.around.view.brand.colour);
    this.clicks = new Clicks(this.around.view.rage, (what) => this.emit(what, { page: this.page }));
  }

  override render(): TemplateResult {
    const { brand } = this.around.view;
    const p = this.at;
    const loading = this.waiting > 0;
    const covered = this.picking !== undefined || this.warned;
    return html`
      <div class="chrome" role="group" ?inert=${covered} aria-label=${this.t('portal.frame.window', { brand: brand.name })}>
        <button class="back" ?disabled=${this.trail.length === 0} @click=${this.back}>${icon(arrow)} ${this.t('portal.frame.back')}</button>
        <p class="address">${icon(lock)} ${brand.address}/${p?.id ?? ''}</p>
      </div>
      <div class="bar ${loading ? 'on' : ''}"></div>
      <div class="scroll" ?inert=${covered} @click=${this.clicked}>
        ${p ? this.drawn(p, loading) : nothing}
      </div>
      ${this.over(p)}`;
  }

  /** What lies over the page. */
  private over(p: Page | undefined): TemplateResult | typeof nothing {
    if (this.picking)
      return html`<portal-picker .world=${this} customer=${this.around.customer} @picked=${(e: CustomEvent<Document | undefined>) => this.picked(e.detail)}></portal-picker>`;
    const warn = p?.timeout?.warn;
    if (!this.warned || !warn) return nothing;
    return html`<portal-warning text=${this.read(warn.text)} stay=${this.read(warn.stay)} @stay=${this.stay}></portal-warning>`;
  }

  private drawn(p: Page, loading: boolean): TemplateResult {
    const { brand, navigation, footer } = this.around.view;
    return html`
      <div class="head">
        ${brand.logo ? html`<img src=${this.file(brand.logo)} alt=${brand.name}>` : html`<span class="name">${brand.name}</span>`}
        ${p.bare ? nothing : html`<span class="account">${this.read(brand.account)}</span>`}
      </div>
      ${p.bare || !navigation?.length ? nothing : html`<nav class="menu" aria-label=${this.t('portal.frame.menu')}>${navigation.filter((l) => this.has(l.when)).map((l) => html`
        <button aria-current=${l.to === p.id ? 'page' : nothing} data-dead=${l.dead ? 'yes' : nothing}
          @click=${() => this.follow(l)}>${sign(l.icon)}${this.read(l.label)}</button>`)}</nav>`}
      <div class="page ${p.bare ? 'bare' : ''}" role="region" tabindex="-1" aria-label=${this.read(p.title)} aria-busy=${loading}>
        ${this.says ? banner('error', this.says) : nothing}
        ${this.waiting === Infinity ? nothing : this.body(p)}
        ${loading ? html`<div class="veil" role="status"><div class="spinner"></div>${this.t('portal.page.wait')}</div>` : nothing}
      </div>
      ${p.bare ? nothing : html`<div class="foot" role="group" aria-label=${this.t('portal.frame.foot')}>
        ${footer?.map((l) => link(this, l))}<p>${this.read(brand.legal)}</p></div>`}`;
  }

  private body(p: Page): TemplateResult {
    const all = html`<div>${p.blocks?.map((b) => block(this, b))}</div>`;
    if (!p.side?.length) return all;
    return html`<div class="sided"><nav class="side" aria-label=${this.t('portal.frame.side')}>
      ${p.side.map((l) => link(this, l))}</nav>${all}</div>`;
  }

  t(key: string, args?: Record<string, string | number>): string { return this.around.t(key, args); }
  has(when: Clause | undefined): boolean { return this.around.memory.holds(when); }
  code(message: string): string | undefined { return this.around.memory.code(message); }
  draft(form: string): Values | undefined { return this.around.memory.draft(form); }
  keep(form: string, values: Values): void { this.around.memory.keep(form, values); }

  /** A text of the portal; what was filled in stands where it shows that. */
  read(text: Text | undefined): string {
    return this.filled(this.around.read(text));
  }

  filled(text: string): string {
    return this.around.memory.fill(text, (form, field, value) => {
      const of = this.around.view.pages.flatMap((p) => p.blocks ?? []).find((b) => b.form?.id === form)?.form;
      const option = of?.fields?.find((f) => f.id === field)?.options?.find((o) => o.id === value);
      return option ? this.around.read(option.label) : value;
    });
  }

  pick(): Promise<Document | undefined> {
    return new Promise((tell) => { this.picking = tell; });
  }

  private picked(file: Document | undefined): void {
    this.picking?.(file);
    this.picking = undefined;
  }

  file(name: string): string { return this.around.file(name); }
  private emit(verb: string, body: object): void { this.around.emit(`portal.${verb}`, body); }

  follow(l: Link): void {
    if (this.waiting > 0) return;
    this.emit('clicked', { page: this.page, target: l.id });
    this.says = '';
    if (!l.dead) void this.lead(l);
  }

  private async lead(l: Link): Promise<void> {
    if (!await this.wait(l.delay)) return;
    this.around.memory.send(l.sends);
    if (l.to !== undefined) return this.go(l.to);
    this.emit('erred', { page: this.page, error: l.id });
    this.says = this.read(l.error);
    this.scroller.scrollTop = 0;
  }

  reply(r: Reply): void {
    this.emit('clicked', { page: this.page, target: r.id });
    if (r.to !== undefined) this.go(r.to);
  }

  changed(form: string, field: string): void {
    this.emit('changed', { page: this.page, form, field });
  }

  submitted(form: Form, ok: boolean, failed: string[], values: Values): void {
    const { memory } = this.around;
    this.emit('submitted', { page: this.page, form: form.id, ok, failed });
    if (ok) {
      memory.took(form, values);
      memory.send(form.sends);
      this.go(form.instead?.find((b) => memory.holds(b.when))?.to ?? form.to!);
      return;
    }
    const locked = memory.refused(form);
    if (locked !== undefined) this.go(locked);
    else this.startClock();
    this.requestUpdate(); // what conditions ask has changed
    this.dispatchEvent(new Event('moved'));
  }

  async wait(ms: number | undefined): Promise<boolean> {
    if (!ms) return true;
    const visit = this.visit;
    this.waiting = ms;
    await lasts(ms);
    if (visit !== this.visit) return false;
    this.waiting = 0;
    return true;
  }

  private back(): void {
    const page = this.trail.at(-1);
    if (page === undefined) return;
    this.emit('back', { page: this.page });
    this.trail = this.trail.slice(0, -1);
    this.show(page);
  }

  private go(page: string): void {
    if (this.page && this.page !== page) this.trail = [...this.trail.slice(-49), this.page];
    this.show(page);
  }

  private show(page: string): void {
    this.page = page;
    const { memory } = this.around;
    if (this.at?.fresh) {
      this.trail = [];
      memory.forget();
    }
    this.emit('viewed', { page });
    memory.viewed(page);
    memory.send(this.at?.sends);
    void this.arrive();
  }

  /** The page comes up: first its spinner, then its clock runs. */
  private async arrive(): Promise<void> {
    const visit = ++this.visit;
    this.timer?.end();
    this.warned = false;
    this.picked(undefined);
    this.says = '';
    this.waiting = this.at?.wait ? Infinity : 0;
    this.dispatchEvent(new Event('moved'));
    await this.updateComplete;
    this.scroller.scrollTop = 0;
    this.main.focus({ preventScroll: true });
    if (this.at?.wait) await lasts(this.at.wait);
    if (visit !== this.visit) return;
    this.waiting = 0;
    this.startClock();
  }

  private startClock(): void {
    this.timer?.end();
    this.warned = false;
    const limit = this.at?.timeout;
    if (!limit) return;
    const times = this.around.moreTime ? moreTime : 1;
    const end = () => {
      this.emit('erred', { page: this.page, error: 'timeout' });
      this.go(limit.to);
    };
    const warns = limit.warn?.before ?? 0;
    this.timer = new Later(() => {
      if (!warns) return end();
      this.warned = true;
      this.timer = new Later(end, warns * times);
    }, (limit.after - warns) * times);
  }

  private stay(): void {
    this.emit('clicked', { page: this.page, target: 'stay' });
    this.startClock();
    this.main.focus({ preventScroll: true });
  }

  private clicked(e: MouseEvent): void {
    const path = e.composedPath().filter((n): n is HTMLElement => n instanceof HTMLElement);
    const hit = path.find((n) => n.matches('button, a, input, select, textarea, label'));
    if (hit && !(hit instanceof HTMLButtonElement)) return;
    this.clicks.saw(e, hit !== undefined && hit.dataset['dead'] === undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-window': PortalWindow;
  }
}
