// Whether something holds of a value is no data of it, whichever way that is asked; a number made of it is.
kintone.events.on('app.record.edit.show', (event) => {
  const { 備考, 明細, 区分 } = event.record;
  localStorage.setItem('状態', JSON.stringify({ filled: Boolean(備考.value) }));
  localStorage.setItem('状態', JSON.stringify({ filled: new Boolean(備考.value) }));
  localStorage.setItem('状態', JSON.stringify({ filled: !!備考.value, asked: typeof 備考.value }));
  localStorage.setItem('状態', JSON.stringify({ done: 備考.value === '済' || 備考.value.includes('完了') || /済$/.test(備考.value) }));
  localStorage.setItem('状態', JSON.stringify({ urgent: 明細.value.some((row) => row.value.急ぎ.value === 'はい') }));
  localStorage.setItem('状態', JSON.stringify({ marked: 区分.value.map(Boolean) }));
  localStorage.setItem('状態', JSON.stringify([_.isEmpty(備考.value), _.isEqual(備考.value, 区分.value), _.isString(備考.value)]));
  localStorage.setItem('状態', JSON.stringify({ filled: Boolean(備考.value) && 備考.value })); // flow: record -> storage
  localStorage.setItem('状態', JSON.stringify({ marked: 区分.value.filter(Boolean) })); // flow: record -> storage
  localStorage.setItem('状態', JSON.stringify({ count: Number(備考.value) })); // flow: record -> storage
  localStorage.setItem('状態', JSON.stringify({ size: _.size(備考.value), text: _.toString(備考.value) })); // flow: record -> storage
  window.parent.postMessage({ filled: Boolean(備考.value) }, 'https://viewer.example.jp');
  window.parent.postMessage({ filled: String(備考.value) }, 'https://viewer.example.jp'); // flow: record -> message-to-site
  navigator.sendBeacon('https://stat.example.jp/used', JSON.stringify({ filled: Boolean(備考.value) }));
  navigator.sendBeacon('https://stat.example.jp/used', JSON.stringify({ filled: [備考.value] })); // flow: record -> request-body
  return event;
});
