import { html, nothing, type TemplateResult } from 'lit';
import type { Theme, Themes } from '../insights/release.js';

/** What the themes' part needs of the desk. */
interface Teller {
  t(key: string, args?: Record<string, string | number>): string;
  tell(path: string, body: object): Promise<void>;
}

/** The themes there are: each may get a name, and be counted with another from now on. */
export function themesPart(desk: Teller, { themes, merged, tooLittle, k }: Themes): TemplateResult {
  const by = new Map<string, Theme[]>();
  for (const t of themes) by.set(t.id, [...(by.get(t.id) ?? []), t]);
  if (tooLittle && !merged.length) return html`<p><span class="few-mark">${desk.t('insights.themes.little', { k })}</span></p>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${desk.t('wordsdesk.themes')}><table>
    <caption class="hidden">${desk.t('wordsdesk.themes')}</caption>
    <thead><tr><th scope="col">${desk.t('wordsdesk.theme')}</th><th scope="col">${desk.t('wordsdesk.theme.where')}</th><th scope="col">${desk.t('wordsdesk.theme.name')}</th><th scope="col">${desk.t('wordsdesk.theme.merge')}</th></tr></thead>
    <tbody>${[...by].map(([id, of]) => row(desk, id, of, by))}
      ${merged.map((m) => html`<tr><th scope="row">${stem(m.theme)}</th><td colspan="2" class="soft">${desk.t('wordsdesk.theme.merged', { into: by.get(m.into)?.[0]?.name ?? stem(m.into) })}</td>
        <td><button class="quiet" @click=${() => desk.tell('merges', { theme: m.theme, into: '' })}>${desk.t('wordsdesk.theme.part')}<span class="hidden">: ${stem(m.theme)}</span></button></td></tr>`)}</tbody></table></div>`;
}

const stem = (id: string) => id.slice(id.indexOf(':') + 1);

function row(desk: Teller, id: string, of: Theme[], all: Map<string, Theme[]>): TemplateResult {
  const name = of[0]!.name;
  const rename = (e: SubmitEvent) => {
    e.preventDefault();
    void desk.tell('names', { theme: id, name: String(new FormData(e.target as HTMLFormElement).get('name') ?? '').trim() });
  };
  const merge = (e: Event) => {
    const into = (e.target as HTMLSelectElement).value;
    if (into) void desk.tell('merges', { theme: id, into });
  };
  const place = (t: Theme) => desk.t(['sentence', 'pledge'].includes(t.section) ? `wordsdesk.kind.${t.section}` : `section.${t.section}`);
  return html`<tr><th scope="row">${name}${of[0]!.named ? html` <span class="small soft">(${stem(id)})</span>` : nothing}</th>
    <td>${of.map((t) => `${place(t)} ${t.n}`).join(' · ')}</td>
    <td><form @submit=${rename}><input name="name" maxlength="40" autocomplete="off" aria-label=${desk.t('wordsdesk.theme.name.of', { theme: name })} .value=${of[0]!.named ? name : ''} placeholder=${name} /> <button class="quiet">${desk.t('wordsdesk.theme.rename')}<span class="hidden">: ${name}</span></button></form></td>
    <td><select aria-label=${desk.t('wordsdesk.theme.merge.of', { theme: name })} @change=${merge}><option value="">${desk.t('wordsdesk.theme.alone')}</option>
      ${[...all].filter(([other]) => other !== id).map(([other, t]) => html`<option value=${other}>${t[0]!.name}</option>`)}</select></td></tr>`;
}
