import { html, svg, type TemplateResult } from 'lit';
import { sorted } from '../console/page.js';
import type { Edge, Figure } from './release.js';
import type { Reader } from './reader.js';

const row = 62, column = 250, box = 168, margin = 14;

interface Node { key: string; layer: number; line: number; out: number; in: number }

/** Steps from place to place: what follows lies to the right, ways back run dashed underneath. */
export function flow(edges: Edge[], f: Figure, r: Reader): TemplateResult {
  const nodes = layered(edges);
  const at = new Map(nodes.map((n) => [n.key, n]));
  const layers = Math.max(...nodes.map((n) => n.layer)) + 1, lines = Math.max(...nodes.map((n) => n.line)) + 1;
  const width = layers * column - (column - box) + 2 * margin, height = lines * row + 2 * margin + 10;
  const most = Math.max(...edges.map((e) => e.count));
  const x = (n: Node) => margin + n.layer * column, y = (n: Node) => margin + n.line * row + row / 2;
  const way = (e: Edge) => {
    const a = at.get(e.from)!, b = at.get(e.to)!;
    if (b.layer > a.layer) return `M${x(a) + box} ${y(a)}C${x(a) + box + 45} ${y(a)} ${x(b) - 45} ${y(b)} ${x(b)} ${y(b)}`;
    const low = Math.max(y(a), y(b)) + row * 0.52;
    return `M${x(a) + box * 0.6} ${y(a) + 19}C${x(a) + box * 0.6} ${low + 12} ${x(b) + box * 0.4} ${low + 12} ${x(b) + box * 0.4} ${y(b) + 19}`;
  };
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${r.t(f.label)}><svg class="chart flow-chart" style="max-width: ${width}px; min-width: ${Math.round(width * 0.75)}px" viewBox="0 0 ${width} ${height}" role="img" aria-label=${r.t('insights.flow.alt', { n: edges.length })}>
    ${sorted(edges, (a, b) => a.count - b.count).map((e) => svg`<path class="way ${at.get(e.to)!.layer > at.get(e.from)!.layer ? '' : 'gap'}" stroke-width=${1.5 + (9 * e.count) / most} d=${way(e)} />`)}
    ${nodes.map((n) => svg`<g><rect class="place" x=${x(n)} y=${y(n) - 19} width=${box} height="38" rx="6" />
      <text class="axis ink" x=${x(n) + box / 2} y=${y(n) + 5} text-anchor="middle">${clip(r.key(f, n.key))}</text></g>`)}
    ${edges.filter((e) => at.get(e.to)!.layer > at.get(e.from)!.layer).map((e) => svg`<text class="value thin" x=${x(at.get(e.to)!) - 9} y=${(y(at.get(e.to)!) * 3 + y(at.get(e.from)!)) / 4 - 5} text-anchor="end">${e.count}</text>`)}
  </svg></div>`;
}

const clip = (name: string) => (name.length > 22 ? `${name.slice(0, 21)}…` : name);

/** Places in layers, each as many steps from where most begin as it takes at least. */
function layered(edges: Edge[]): Node[] {
  const nodes = new Map<string, Node>();
  const node = (key: string) => {
    const n = nodes.get(key) ?? { key, layer: -1, line: 0, out: 0, in: 0 };
    nodes.set(key, n);
    return n;
  };
  for (const e of edges) {
    node(e.from).out += e.count;
    node(e.to).in += e.count;
  }
  const left = sorted(nodes.values(), (a, b) => b.out - b.in - (a.out - a.in));
  for (const root of left) {
    if (root.layer >= 0) continue;
    root.layer = 0;
    for (let reached = [root]; reached.length;) {
      const next: Node[] = [];
      for (const e of edges) {
        const from = reached.find((n) => n.key === e.from), to = node(e.to);
        if (!from || to.layer >= 0) continue;
        to.layer = from.layer + 1;
        next.push(to);
      }
      reached = next;
    }
  }
  const filled: number[] = [];
  const all = sorted(nodes.values(), (a, b) => a.layer - b.layer || b.in + b.out - (a.in + a.out));
  for (const n of all) n.line = filled[n.layer] = (filled[n.layer] ?? -1) + 1;
  return all;
}
