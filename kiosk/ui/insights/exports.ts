import { html, type TemplateResult } from 'lit';
import download from 'lucide-static/icons/download.svg?raw';
import { icon } from '../shared/icon.js';
import { address } from './fresh.js';
import type { Place } from './place.js';
import type { Reader } from './reader.js';

const files: [string, string?][] = [['csv'], ['dictionary.csv'], ['words.csv'], ['xlsx'], ['jsonl'], ['xapi.jsonl', '1.0.3'], ['xapi.jsonl', '2.0'], ['html']];

/** Files of what is looked at, to take away. */
export const exportsMenu = (place: Place, language: string, r: Reader): TemplateResult => html`
  <details class="exports"><summary class="quiet">${icon(download)} ${r.t('insights.export')}</summary>
    <ul>${files.map(([format, version]) => html`<li><a download href=${address(`/api/v1/insights/export/${format}`, {
      scenario: place.scenario, cohort: place.cohort, language, version,
    })}>${r.t(`insights.export.${format}`, { version: version ?? '' })}</a></li>`)}</ul>
    <p class="small soft">${r.t('insights.export.more')}</p></details>`;
