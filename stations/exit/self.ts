import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { face } from '../../kiosk/ui/shared/face.js';
import { icon } from '../../kiosk/ui/shared/icon.js';
import { wording } from '../../kiosk/ui/shared/own-map.js';
import type { Note, Stop } from '../../kiosk/ui/shared/station.js';
import '../../kiosk/ui/shared/self-card.js';

/** How many of the customer's feelings lie beside the visitor's own. */
const most = 3;

/** What the visitor told of themselves on the way, behind a button: beside the customer, for their eyes alone. */
@customElement('exit-self')
export class ExitSelf extends LitElement {
  static override styles = [buttons, css`
    .quiet svg {
      inline-size: 1.6em;
      block-size: 1.6em;
    }
    .skin {
      fill: var(--station);
    }
    .line {
      fill: none;
      stroke: var(--on-station);
      stroke-width: 1.4;
      stroke-linecap: round;
    }
    .ink {
      fill: var(--on-station);
    }
    dialog {
      box-sizing: border-box;
      inline-size: min(64em, 100vi - 2 * var(--s4));
      max-block-size: calc(100vb - 2 * var(--s4));
      padding: var(--s5);
      overflow: auto;
      border: 1.5px solid var(--edge);
      border-radius: var(--radius);
      background: var(--paper);
      color: var(--ink);
    }
    dialog::backdrop {
      background: rgb(29 27 22 / 55%);
    }
    .both {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
      gap: var(--s5);
      margin-block-end: var(--s5);
    }
    section {
      display: grid;
      align-content: start;
      gap: var(--s3);
      padding: var(--s4);
    }
    h2,
    p,
    ul {
      margin: 0;
      padding: 0;
    }
    h2 {
      font: 480 var(--t4) / 1.15 var(--font-voice);
    }
    img {
      inline-size: 7em;
      block-size: 7em;
      border: 1.5px solid var(--ink);
      border-radius: 50% 48% 51% 49%;
      object-fit: cover;
    }
    ul {
      display: grid;
      gap: 0.25em;
      list-style: none;
    }
    li {
      padding-inline-start: 0.8em;
      border-inline-start: 3px solid var(--edge);
      font-family: var(--font-voice);
    }
    .foot {
      display: flex;
      justify-content: flex-end;
    }
  `];

  @property({ attribute: false }) stop!: Stop;
  @property({ attribute: false }) notes: Note[] = [];
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override render() {
    const { map, t } = this.stop;
    if (!map?.self?.length) return nothing;
    const felt = map.self.flatMap((s) => s.feelings ?? [])[0];
    return html`
      <button class="quiet" aria-haspopup="dialog" @click=${() => this.dialog.showModal()}>
        ${felt ? html`<svg viewBox="-11 -11 22 22" aria-hidden="true">${svg`${face(felt)}`}</svg>` : nothing} ${t('self.title')}
      </button>
      <dialog aria-label=${t('self.title')}>
        <div class="both">
          ${this.customer()} ${map.self.map((self) => html`<self-card .speech=${this.stop} .self=${self}></self-card>`)}
        </div>
        <div class="foot">
          <button class="primary" autofocus @click=${() => this.dialog.close()}>${icon(arrowLeft)} ${t('exit.back')}</button>
        </div>
      </dialog>`;
  }

  private customer() {
    const { customer } = this.stop.scenario;
    const own = new Set(this.stop.map?.self?.map((s) => s.station));
    const felt = new Set(this.notes.filter((n) => n.section === 'feel' && !own.has(n.evidence?.station ?? '')).map((n) => wording(this.stop, n)));
    return html`<section>
      ${customer.picture ? html`<img src=${this.stop.file(customer.picture)} alt="" />` : nothing}
      <h2>${customer.name}</h2>
      <p>${this.stop.read(customer.goal)}</p>
      ${felt.size ? html`<ul>${[...felt].slice(0, most).map((f) => html`<li>${f}</li>`)}</ul>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exit-self': ExitSelf;
  }
}
