import { html, nothing, type TemplateResult } from 'lit';
import type { Place } from './place.js';
import { known, type Cohort, type Partition, type Release, type Version } from './release.js';
import type { Reader } from './reader.js';

/** The head of the page: what is read, how many stand behind it, and the ways to the other pages. */
export function bar(release: Release, organiser: boolean, r: Reader, tools: TemplateResult): TemplateResult {
  const people = known(release, 'people');
  return html`<header>
    <div>
      <h1>${r.t('insights.title')}</h1>
      ${release.scenario ? html`<p class="soft">${r.read(release.scenario.title)} · ${release.scenario.customer}. ${r.read(release.scenario.goal)}</p>` : nothing}
    </div>
    ${release.tooFew ? nothing : html`<dl>
      ${people ? html`<div><dt>${r.t('insights.visits')}</dt><dd>${people.n}</dd></div>
        <div><dt>${r.t('insights.people')}</dt><dd>${people.count}</dd></div>` : nothing}
      <div><dt>${r.t('insights.release')}</dt><dd>${release.n}</dd></div>
      <div><dt>${r.t('insights.made')}</dt><dd class="date">${r.date(release.made)}</dd></div>
    </dl>`}
    <div class="tools">
      <p class="links">${organiser ? html`<a href="/console">${r.t('insights.to.console')}</a> <a href="/words">${r.t('insights.to.desk')}</a>` : nothing}
        <a href="/wall">${r.t('insights.to.wall')}</a> <a href="/debrief">${r.t('insights.to.debrief')}</a> <a href="/privacy">${r.t('insights.to.privacy')}</a></p>
      <div class="acts">${tools}</div>
    </div>
  </header>`;
}

const partitions: Partition[] = ['department', 'opening', 'month'];

/** Which scenario version, and which of its visits. */
export function chooser(versions: Version[], place: Place, go: (to: Partial<Place>) => void, r: Reader): TemplateResult {
  const version = versions.find((v) => v.hash === place.scenario) ?? versions[0]!;
  const chosen = (e: Event) => (e.target as HTMLSelectElement).value;
  const option = (c: Cohort) => html`<option value=${c.id} .selected=${c.id === place.cohort}>${r.cohort(c)} (${c.few ? r.t('insights.few') : r.behind({ n: c.visits })})</option>`;
  return html`<div class="choose">
    <label>${r.t('insights.version')} <select @change=${(e: Event) => go({ scenario: chosen(e), cohort: '', with: '' })}>
      ${versions.map((v) => html`<option value=${v.hash} .selected=${v.hash === version.hash}>${versionName(v, r)}</option>`)}</select></label>
    <label>${r.t('insights.cohort')} <select @change=${(e: Event) => go({ cohort: chosen(e) })}>
      <option value="" .selected=${place.cohort === ''}>${r.t('insights.cohort.all')}</option>
      ${partitions.map((by) => {
        const of = version.cohorts.filter((c) => c.by === by);
        return of.length ? html`<optgroup label=${r.t(`insights.by.${by}`)}>${of.map(option)}</optgroup>` : nothing;
      })}</select></label></div>`;
}

/** A version by its title and the beginning of its hash: titles may be the same. */
export const versionName = (v: Version, r: Reader): string => `${r.read(v.title)} · ${v.hash.slice(0, 7)}`;
