import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from './controls.css.js';
import { shape } from './mask.js';
import type { Values } from './memory.js';
import { keeps } from './rules.js';
import './upload.js';
import type { Field, Form } from './view.js';
import type { World } from './world.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A form of the portal. What is typed stays in here: no event tells it. */
@customElement('portal-form')
export class PortalForm extends LitElement {
  static override styles = controls;

  @property({ attribute: false }) world!: World;
  @property({ attribute: false }) form!: Form;
  @state() private errors: Record<string, string> = {};
  @state() private says = '';
  @query('.says') private banner!: HTMLElement | null;
  private values: Values = {};
  private entered = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('form')) return;
    this.errors = {};
    this.says = '';
    this.begin((this.form.keeps ? this.world.draft(this.form.id) : undefined) ?? {});
  }

  private begin(kept: Values): void {
    this.values = Object.fromEntries(this.fields.map((f) => [f.id, kept[f.id] ?? f.value ?? '']));
  }

  private put(field: string, value: string): void {
    this.values[field] = value;
    if (this.form.keeps) this.world.keep(this.form.id, { ...this.values });
  }

  private get fields(): Field[] {
    return this.form.fields ?? [];
  }

  override render(): TemplateResult {
    const w = this.world;
    return html`<form novalidate autocomplete="off" @submit=${this.submit}>
      ${this.form.title ? html`<h3>${w.read(this.form.title)}</h3>` : nothing}
      ${this.says ? html`<p class="says" role="alert" tabindex="-1">${this.says}</p>` : nothing}
      ${this.fields.map((f) => this.field(f))}
      <button class=${this.form.quiet ? 'act plain' : 'act'}>${w.read(this.form.submit)}</button>
      ${this.form.small ? html`<p class="small">${w.read(this.form.small)}</p>` : nothing}
    </form>`;
  }

  private field(f: Field): TemplateResult {
    const w = this.world;
    const hints = html`
      ${f.hint ? html`<span class="hint" id="${f.id}-hint">${w.read(f.hint)}</span>` : nothing}
      ${this.errors[f.id] ? html`<span class="wrong" id="${f.id}-wrong">${this.errors[f.id]}</span>` : nothing}`;
    if (f.type === 'file')
      return html`<div class="field wide"><span class="label">${w.read(f.label)}</span>${hints}${this.control(f)}</div>`;
    if (f.type === 'check')
      return html`<div class="field">
        <label class="check">${this.control(f)} ${w.read(f.label)}</label>${hints}</div>`;
    return html`<div class="field">
      <label for=${f.id}>${w.read(f.label)}</label>${hints}${this.control(f)}</div>`;
  }

  private control(f: Field): TemplateResult {
    const value = this.values[f.id] ?? '';
    const invalid = this.errors[f.id] ? 'true' : 'false';
    const described = [f.hint && `${f.id}-hint`, this.errors[f.id] && `${f.id}-wrong`].filter(Boolean).join(' ') || nothing;
    const input = (e: Event) => {
      if (!(e.target instanceof HTMLSelectElement)) shape(e.target as HTMLInputElement, f.mask, f.longest);
      this.put(f.id, read(e.target as Control));
    };
    const focus = (e: Event) => { this.entered = read(e.target as Control); };
    const blur = (e: Event) => {
      if (read(e.target as Control) !== this.entered) this.world.changed(this.form.id, f.id);
    };
    switch (f.type) {
      case 'choice':
        return html`<select id=${f.id} aria-invalid=${invalid} aria-describedby=${described}
          @input=${input} @focus=${focus} @blur=${blur}>
          ${f.options?.map((o) => html`<option value=${o.id} ?selected=${o.id === value}>${this.world.read(o.label)}</option>`)}
        </select>`;
      case 'area':
        return html`<textarea id=${f.id} rows="3" .value=${value} aria-invalid=${invalid}
          aria-describedby=${described} @input=${input} @focus=${focus} @blur=${blur}></textarea>`;
      case 'check':
        return html`<input id=${f.id} type="checkbox" .checked=${value !== ''} aria-invalid=${invalid}
          aria-describedby=${described} @input=${input} @focus=${focus} @blur=${blur}>`;
      case 'file':
        return html`<portal-upload id=${f.id} .world=${this.world} .field=${f} .value=${value} invalid=${invalid}
          ?still=${this.hasAttribute('still')} @chosen=${(e: CustomEvent<string>) => {
            this.put(f.id, e.detail);
            this.world.changed(this.form.id, f.id);
          }}></portal-upload>`;
      default:
        return html`<input id=${f.id} type=${f.type === 'password' ? 'password' : 'text'}
          inputmode=${digits(f) ? 'numeric' : nothing} class=${f.rules?.some((r) => r.code) ? 'code' : ''}
          autocomplete="off" spellcheck="false" .value=${value} aria-invalid=${invalid}
          aria-describedby=${described} @input=${input} @focus=${focus} @blur=${blur}>`;
    }
  }

  private async submit(e: Event): Promise<void> {
    e.preventDefault();
    const active = this.shadowRoot?.activeElement;
    if (active instanceof HTMLElement) active.blur(); // so that the change is told before the sending
    const failed = this.fields.flatMap((f) => (f.rules ?? [])
      .filter((r) => !keeps(r, f, this.values[f.id] ?? '', this.world)).map((rule) => ({ rule, field: f.id })));
    if (!await this.world.wait(this.form.delay)) return;
    const hard = failed.filter((f) => !f.rule.soft);
    const ok = hard.length === 0 && this.form.to !== undefined;
    this.errors = {};
    this.says = '';
    if (!ok) {
      if (hard.length === 0) this.says = this.world.read(this.form.fails);
      else if (this.form.blame) this.says = this.world.read(this.form.blame);
      else for (const f of hard) this.errors = { [f.field]: this.world.read(f.rule.error), ...this.errors };
      this.empty(this.fields.filter((f) => this.form.lost || f.lost));
    }
    this.world.submitted(this.form, ok, failed.map((f) => f.rule.id), { ...this.values });
    if (ok) return;
    await this.updateComplete;
    (this.banner ?? this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], [invalid="true"]'))?.focus();
  }

  private empty(fields: Field[]): void {
    for (const f of fields) {
      this.put(f.id, f.value ?? '');
      const c = this.renderRoot.querySelector<Control>(`#${CSS.escape(f.id)}`);
      if (c instanceof HTMLInputElement && c.type === 'checkbox') c.checked = (f.value ?? '') !== '';
      else if (c) c.value = f.value ?? '';
    }
    this.requestUpdate();
  }
}

/** Whether only digits and what goes between them belong into a field. */
function digits(f: Field): boolean {
  return f.type === 'number' || f.type === 'date' || (f.mask !== undefined && !f.mask.includes('A'));
}

/** A control's value; a box that is ticked says "yes". */
function read(c: Control): string {
  if (c instanceof HTMLInputElement && c.type === 'checkbox') return c.checked ? 'yes' : '';
  return c.value;
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-form': PortalForm;
  }
}
