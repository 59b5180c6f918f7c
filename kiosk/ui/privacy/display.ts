import { html, nothing, type TemplateResult } from 'lit';

/** What the section asks of the page. */
export interface Displays {
  t: (key: string, args?: Record<string, string | number>) => string;
  linked: boolean;
  url: string;
  busy: boolean;
  make: () => void;
  end: () => void;
}

/** The link that opens the wall on a display which nobody signs in at. */
export const display = (d: Displays): TemplateResult => html`<section aria-labelledby="wall"><h2 id="wall">${d.t('privacy.wall')}</h2>
  <p>${d.t('privacy.wall.more')}</p>
  ${d.url ? html`<p class="link"><label><span>${d.t('privacy.wall.link')}</span> <input readonly .value=${d.url} @focus=${(e: FocusEvent) => (e.target as HTMLInputElement).select()}></label></p>
    <p class="soft">${d.t('privacy.wall.once')}</p>`
    : d.linked ? html`<p class="decided">${d.t('privacy.wall.linked')}</p>` : nothing}
  <p class="acts"><button class=${d.linked ? 'quiet' : 'primary'} ?disabled=${d.busy} @click=${d.make}>${d.t(d.linked ? 'privacy.wall.again' : 'privacy.wall.make')}</button>
    ${d.linked ? html`<button class="quiet" ?disabled=${d.busy} @click=${d.end}>${d.t('privacy.wall.end')}</button>` : nothing}</p></section>`;
