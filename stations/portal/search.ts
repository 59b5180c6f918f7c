import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from './controls.css.js';
import type { Link, Search } from './view.js';
import type { World } from './world.js';

/** The portal's search; it finds what it was told to find. */
@customElement('portal-search')
export class PortalSearch extends LitElement {
  static override styles = [controls, css`
    form { display: flex; gap: 0.5em; max-inline-size: 40em; }
    form input { flex: 1; }
    ul { list-style: none; padding: 0; max-inline-size: 40em; }
    li { padding-block: 0.7em; border-block-end: 1px solid var(--line); }
  `];

  @property({ attribute: false }) world!: World;
  @property({ attribute: false }) search!: Search;
  @state() private found: Link[] | undefined;

  override render(): TemplateResult {
    const w = this.world;
    return html`<form role="search" @submit=${this.look}>
        <input type="text" autocomplete="off" aria-label=${w.read(this.search.label)} placeholder=${w.read(this.search.label)}>
        <button class="act">${w.read(this.search.button)}</button>
      </form>
      <div role="status">${!this.found ? nothing : this.found.length === 0
        ? html`<p>${w.read(this.search.nothing)}</p>`
        : html`<ul>${this.found.map((l) => html`<li>
            <button class="link" @click=${() => w.follow(l)}>${w.read(l.label)}</button>
            ${l.note ? html`<div class="small">${w.read(l.note)}</div>` : nothing}</li>`)}</ul>`}</div>`;
  }

  private async look(e: Event): Promise<void> {
    e.preventDefault();
    const asked = this.renderRoot.querySelector('input')?.value.toLocaleLowerCase().trim() ?? '';
    if (!asked || !await this.world.wait(this.search.delay)) return;
    this.found = (this.search.results ?? [])
      .filter((r) => this.world.has(r.link.when) && r.words.some((word) => asked.includes(word.toLocaleLowerCase()))).map((r) => r.link);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-search': PortalSearch;
  }
}
