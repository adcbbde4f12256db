// The funnel: as wide as what has come so far or further, which stands inside; what is there now stands beside.
pipelineCharts.register('reach', (data, l) => {
  const shape = {type: 'funnel', sort: 'none', gap: 3, left: '1%', width: l.narrow ? '46%' : '62%', top: 4, bottom: 4, minSize: l.narrow ? '16%' : '9%'};
  return {
    tooltip: {show: !l.narrow, confine: true, backgroundColor: l.paper, borderColor: l.line, textStyle: {color: l.ink}, formatter: p => `${p.marker} ${p.name}<br>${p.data.text}`},
    series: [
      {...shape, label: {position: 'right', color: l.ink, textBorderWidth: 0, formatter: p => `${p.name}  ${p.data.text}`}, labelLine: {length: 10, lineStyle: {color: l.line}},
        data: data.map(d => ({name: d.name, value: d.value, text: d.text, itemStyle: {color: l.stages[d.color], borderColor: l.paper}}))},
      {...shape, silent: true, z: 3, label: {position: 'inside', color: l.paper, fontWeight: 700, textBorderWidth: 0, formatter: p => p.data.inside}, itemStyle: {color: 'transparent', borderWidth: 0},
        data: data.map(d => ({name: d.name, value: d.value, inside: d.inside}))}
    ]
  };
});
