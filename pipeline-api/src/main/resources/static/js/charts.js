// Charts on ECharts: <figure data-chart="kind"> with its data as JSON inside; kinds are registered by name: (data, look) => option.
(() => {
  const kinds = {};
  const drawn = new Set();
  // ids: what was seen once does not grow anew when it is brought again, and what was turned to a table stays one
  const seen = new Set(), asTables = new Set();
  const still = navigator.webdriver || matchMedia('(prefers-reduced-motion: reduce)').matches;

  const look = () => {
    const css = getComputedStyle(document.documentElement);
    const value = name => css.getPropertyValue(name).trim();
    return {
      ink: value('--tblr-body-color'), faint: value('--tblr-secondary'), line: value('--tblr-border-color'), paper: value('--tblr-bg-surface'),
      stages: ['lead', 'negotiation', 'intent', 'contract', 'permitting', 'construction', 'production', 'full-capacity', 'withdrawn'].map(s => value('--stage-' + s)),
      colors: [1, 2, 3, 4, 5, 6, 7, 8].map(i => value('--series-' + i)),
      narrow: innerWidth < 640
    };
  };

  const draw = figure => {
    const canvas = figure.querySelector('.chart-canvas');
    const data = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const chart = echarts.getInstanceByDom(canvas) || echarts.init(canvas, null, {renderer: 'svg'});
    const l = look();
    chart.setOption({
      animation: !still && !seen.has(figure.id), color: l.colors, textStyle: {color: l.ink, fontFamily: getComputedStyle(document.body).fontFamily},
      tooltip: {backgroundColor: l.paper, borderColor: l.line, textStyle: {color: l.ink}, confine: true},
      ...kinds[figure.dataset.chart](data, l)
    }, true);
    chart.getZr().flush(); // a print does not wait for the next frame
    drawn.add(figure);
    seen.add(figure.id);
  };
  const turn = (figure, asTable) => {
    figure.classList.toggle('as-table', asTable);
    figure.querySelector('[data-chart-table]').setAttribute('aria-pressed', asTable);
    figure.querySelector('.chart-table').hidden = !asTable;
    figure.querySelector('.chart-canvas').hidden = asTable;
  };
  const drawAll = root => {
    for (const figure of drawn) if (!figure.isConnected) {
      echarts.getInstanceByDom(figure.querySelector('.chart-canvas'))?.dispose();
      drawn.delete(figure);
    }
    const figures = [...root.querySelectorAll('[data-chart]')];
    if (root.matches?.('[data-chart]')) figures.push(root);
    figures.filter(f => asTables.has(f.id)).forEach(f => turn(f, true));
    figures.filter(f => !f.classList.contains('as-table')).forEach(draw);
  };

  const save = (name, type, text) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], {type}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const csv = table => '\ufeff' + [...table.rows].map(row => [...row.cells].map(cell => {
    // exact figures stand in data-value where the cell shows rounded ones
    const text = (cell.dataset.value ?? cell.textContent).trim();
    // what a spreadsheet would take for a formula is text
    const safe = /^[=+\-@\t\r]/.test(text) && isNaN(text) ? "'" + text : text;
    return /[",\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  }).join(',')).join('\r\n');

  // a table that has no picture can be taken along too
  document.addEventListener('click', e => {
    const button = e.target.closest('[data-table-csv]');
    if (button) save(button.dataset.tableCsv + '-' + new Date().toISOString().slice(0, 10) + '.csv', 'text/csv;charset=utf-8', csv(document.getElementById(button.dataset.tableCsv)));
  });
  document.addEventListener('click', e => {
    const button = e.target.closest('[data-chart-table], [data-chart-csv], [data-chart-picture]');
    const figure = button?.closest('[data-chart]');
    if (!figure) return;
    const name = figure.dataset.name + '-' + new Date().toISOString().slice(0, 10);
    if ('chartTable' in button.dataset) {
      const asTable = !figure.classList.contains('as-table');
      asTables[asTable ? 'add' : 'delete'](figure.id);
      turn(figure, asTable);
      if (!asTable) draw(figure);
    } else if ('chartCsv' in button.dataset) {
      save(name + '.csv', 'text/csv;charset=utf-8', csv(figure.querySelector('.chart-table table')));
    } else {
      const wasTable = figure.classList.contains('as-table');
      if (wasTable) { figure.querySelector('.chart-canvas').hidden = false; draw(figure); }
      save(name + '.svg', 'image/svg+xml', echarts.getInstanceByDom(figure.querySelector('.chart-canvas')).renderToSVGString());
      if (wasTable) figure.querySelector('.chart-canvas').hidden = true;
    }
  });
  document.addEventListener('pipeline:theme', () => drawAll(document));
  addEventListener('resize', () => drawn.forEach(f => echarts.getInstanceByDom(f.querySelector('.chart-canvas'))?.resize()));
  addEventListener('beforeprint', () => drawn.forEach(f => echarts.getInstanceByDom(f.querySelector('.chart-canvas'))?.resize({width: Math.min(640, f.clientWidth || 640)})));
  addEventListener('afterprint', () => drawn.forEach(f => echarts.getInstanceByDom(f.querySelector('.chart-canvas'))?.resize({width: 'auto'})));

  window.pipelineCharts = {register: (name, build) => { kinds[name] = build; }, drawAll};
  // after all scripts of the page, which may bring kinds of their own
  addEventListener('DOMContentLoaded', () => drawAll(document));
  document.addEventListener('htmx:load', e => { if (document.readyState === 'complete') drawAll(e.target); });

  // ── kinds that several pages draw
  // data: [{name, value, text, color: index of a stage}]
  pipelineCharts.register('funnel', (data, l) => ({
    tooltip: {show: !l.narrow, formatter: p => `${p.marker} ${p.name}<br>${p.data.text}`},
    series: [{type: 'funnel', sort: 'none', gap: 3, left: '2%', width: l.narrow ? '50%' : '56%', top: 6, bottom: 6, minSize: '6%',
      label: {position: 'right', color: l.ink, textBorderWidth: 0, formatter: p => `${p.name}  ${p.data.text}`},
      labelLine: {length: 10, lineStyle: {color: l.line}},
      data: data.map(d => ({name: d.name, value: d.value, text: d.text, itemStyle: {color: l.stages[d.color], borderColor: l.paper}}))}]
  }));
  // data: {x: [labels], unit, series: [{name, values, color: index of a stage or null}]}
  const cartesian = (data, l, serie) => ({
    grid: {left: 8, right: 12, top: 56, bottom: 8, containLabel: true},
    legend: {type: 'scroll', top: 0, textStyle: {color: l.ink}, pageTextStyle: {color: l.ink}, inactiveColor: l.faint},
    tooltip: {trigger: 'axis', confine: true, backgroundColor: l.paper, borderColor: l.line, textStyle: {color: l.ink}},
    xAxis: {type: 'category', data: data.x, axisLabel: {color: l.faint}, axisLine: {lineStyle: {color: l.line}}},
    yAxis: {type: 'value', name: data.unit, nameTextStyle: {color: l.faint, align: 'left'}, axisLabel: {color: l.faint}, splitLine: {lineStyle: {color: l.line}}},
    series: data.series.map((s, i) => ({name: s.name, data: s.values, itemStyle: {color: s.color == null ? l.colors[i % l.colors.length] : l.stages[s.color]}, ...serie(s)}))
  });
  pipelineCharts.register('stacked', (data, l) => cartesian(data, l, () => ({type: 'bar', stack: 'all', barCategoryGap: '25%'})));
  pipelineCharts.register('bars', (data, l) => cartesian(data, l, () => ({type: 'bar', barMaxWidth: 36})));
  pipelineCharts.register('lines', (data, l) => cartesian(data, l, () => ({type: 'line', symbolSize: 6, connectNulls: true})));
  // data: {nodes: [{name, color}], links: [{source, target, value, text}]}
  pipelineCharts.register('sankey', (data, l) => ({
    tooltip: {trigger: 'item', confine: true, backgroundColor: l.paper, borderColor: l.line, textStyle: {color: l.ink}, formatter: p => p.dataType === 'edge' ? `${p.data.source} → ${p.data.target}<br>${p.data.text}` : p.name},
    series: [{type: 'sankey', left: 6, right: 18 + Math.max(...data.nodes.map(n => [...n.name].reduce((w, c) => w + (c > '\u2e80' ? 12 : 7), 0))), top: 10, bottom: 10, layoutIterations: 0, nodeGap: 12, nodeAlign: 'left', draggable: false,
      label: {color: l.ink, textBorderWidth: 0}, lineStyle: {color: 'gradient', opacity: .35}, emphasis: {focus: 'adjacency'},
      data: data.nodes.map(n => ({name: n.name, itemStyle: {color: n.color == null ? l.faint : l.stages[n.color], borderWidth: 0}})), links: data.links}]
  }));
})();
