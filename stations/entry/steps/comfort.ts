import { html } from 'lit';
import text from 'lucide-static/icons/a-large-small.svg?raw';
import captions from 'lucide-static/icons/captions.svg?raw';
import contrast from 'lucide-static/icons/contrast.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import leaf from 'lucide-static/icons/leaf.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import { icon } from '../../../kiosk/ui/shared/icon.js';
import type { Comfort } from '../../../kiosk/ui/shared/station.js';
import type { StationEntry } from '../element.js';

const switches: [keyof Comfort, Svg][] = [
  ['largeText', text], ['highContrast', contrast], ['dim', moon],
  ['reducedMotion', leaf], ['transcript', captions], ['moreTime', hourglass],
];

/** Display comfort: each switch shows on this screen at once. */
export function comfort(entry: StationEntry) {
  return html`<div class="comfort">
    <div>
      <h1 tabindex="-1">${entry.t('entry.comfort.title')}</h1>
      <p class="lead">${entry.t('entry.comfort.lead')}</p>
    </div>
    <div class="switches">
      ${switches.map(([name, sign]) => {
        const on = entry.comfort[name];
        return html`<button
          class="switch" role="switch" aria-checked=${on}
          @click=${() => entry.suit(entry.language, { ...entry.comfort, [name]: !on })}
        >
          ${icon(sign)}
          <span><strong>${entry.t(`entry.comfort.${name}`)}</strong> ${entry.t(`entry.comfort.${name}.note`)}</span>
          <span class="state" aria-hidden="true">${entry.t(on ? 'entry.comfort.on' : 'entry.comfort.off')}</span>
        </button>`;
      })}
    </div>
  </div>`;
}
