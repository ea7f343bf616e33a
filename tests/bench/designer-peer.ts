import { build } from 'esbuild';
import type { Journey } from '../../engine/index.ts';
import { repositoryRoot } from '../../host/paths.ts';

/** The peer: the bare @xyflow/react with its default nodes and edges, as its quick start shows it, at the same places. */
export async function barePage(journey: Journey, onlyVisible: boolean): Promise<{ page: string; script: string }> {
  const nodes = journey.steps.map(({ id, name, position }) => ({ id, position, data: { label: name } }));
  const edges = journey.links.map(({ id, from, to }) => ({ id, source: from.step, target: to.step }));
  const contents = `
    import { createRoot } from 'react-dom/client';
    import { createElement } from 'react';
    import { ReactFlow } from '@xyflow/react';
    import '@xyflow/react/dist/style.css';
    createRoot(document.getElementById('root')).render(createElement(ReactFlow, {
      defaultNodes: ${JSON.stringify(nodes)}, defaultEdges: ${JSON.stringify(edges)},
      fitView: true, minZoom: 0.05, panOnScroll: true, onlyRenderVisibleElements: ${onlyVisible},
      onInit: (flow) => { window.flow = flow; },
    }));`;
  const built = await build({
    stdin: { contents, resolveDir: repositoryRoot, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = (ending: string) => built.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const page = `<!doctype html><meta charset="utf-8"><style>body{margin:0}#root{width:100vw;height:100vh}${text('.css')}</style><div id="root"></div><script type="module" src="bare.js"></script>`;
  return { page, script: text('.js') };
}
