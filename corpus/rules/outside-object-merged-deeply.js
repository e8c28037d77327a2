// Parsed JSON may have a property called __proto__; a record has field codes only.
const config = kintone.plugin.app.getConfig(kintone.$PLUGIN_ID); // source: outside-object-merged-deeply
const option = $.extend(true, {}, JSON.parse(config.option)); // expect: outside-object-merged-deeply
const shallow = $.extend({}, JSON.parse(config.option));
kintone.events.on('app.record.edit.show', (event) => {
  const before = $.extend(true, {}, event.record);
  const plain = $.extend(true, {}, {a: {b: config.option}});
  return event;
});
