// One project: its money as a chart, its history played again, its contact persons.
(() => {
  // data: {points: [{day, investment, paidIn, percent}], to, unit, investment, paidIn, percent}
  pipelineCharts.register('money', (data, l) => {
    const line = key => {
      const points = data.points.filter(p => p[key] != null).map(p => [p.day, p[key]]);
      return points.length ? [...points, [data.to, points.at(-1)[1]]] : [];
    };
    const serie = (name, key, color, more) => ({name, type: 'line', step: 'end', symbolSize: 7, showAllSymbol: true, data: line(key), itemStyle: {color}, ...more});
    return {
      grid: {left: 8, right: 12, top: 48, bottom: 8, containLabel: true},
      legend: {top: 0, textStyle: {color: l.ink}},
      tooltip: {trigger: 'axis', confine: true, backgroundColor: l.paper, borderColor: l.line, textStyle: {color: l.ink}},
      xAxis: {type: 'time', axisLabel: {color: l.faint, hideOverlap: true}, axisLine: {lineStyle: {color: l.line}}},
      yAxis: [
        {type: 'value', name: data.unit, nameTextStyle: {color: l.faint}, axisLabel: {color: l.faint}, splitLine: {lineStyle: {color: l.line}}},
        {type: 'value', min: 0, max: 100, show: line('percent').length > 0, axisLabel: {color: l.faint, formatter: '{value}%'}, splitLine: {show: false}}
      ],
      series: [serie(data.investment, 'investment', l.colors[0]), serie(data.paidIn, 'paidIn', l.colors[2], {areaStyle: {opacity: .12}}),
        serie(data.percent, 'percent', l.colors[1], {yAxisIndex: 1, lineStyle: {type: 'dashed'}})]
    };
  });

  // ── replay
  let playing;
  const slider = () => document.getElementById('replay-step');
  const say = () => { if (slider()) document.getElementById('project-replay-size').textContent = slider().value + ' / ' + slider().max; };
  const to = step => {
    slider().value = step;
    slider().dispatchEvent(new Event('input', {bubbles: true}));
  };
  const stop = () => {
    clearInterval(playing);
    playing = undefined;
    document.querySelector('[data-replay-play] .icon')?.classList.replace('i-pause', 'i-play');
  };
  document.addEventListener('click', e => {
    const step = e.target.closest('[data-replay-step]');
    if (step) { stop(); to(+slider().value + +step.dataset.replayStep); }
    if (!e.target.closest('[data-replay-play]')) return;
    if (playing) return stop();
    e.target.closest('button').querySelector('.icon').classList.replace('i-play', 'i-pause');
    if (slider().value === slider().max) to(1);
    playing = setInterval(() => slider() && +slider().value < +slider().max ? to(+slider().value + 1) : stop(), 1200);
  });
  document.addEventListener('input', e => { if (e.target.id === 'replay-step') say(); });
  // a new event: the slider reaches it
  document.addEventListener('htmx:afterSettle', () => {
    const size = document.getElementById('project-replay-size')?.dataset.size;
    if (slider() && size) {
      const atEnd = slider().value === slider().max;
      if (slider().max !== size) { slider().max = size; if (atEnd) to(size); }
      say();
    }
  });

  // ── contact persons are erased for good: asked first
  document.addEventListener('click', async e => {
    const button = e.target.closest('[data-erase]');
    if (!button || !confirm(button.dataset.sure)) return;
    const answer = await pipeline.send('DELETE', button.dataset.erase);
    if (!answer.ok) return pipeline.tell(answer.json.detail, 'error');
    document.cookie = `pipeline-position=${answer.json.position}; path=/; max-age=15; samesite=lax`;
    pipeline.refresh();
  });
})();
