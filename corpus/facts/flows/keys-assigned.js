// Everything that an object from outside holds goes into one that a name from outside chooses.
kintone.events.on('app.record.edit.show', (event) => {
  const settings = { 色: {}, 幅: {} };
  for (const [group, values] of Object.entries(JSON.parse(event.record.設定.value))) {
    Object.assign(settings[group], values); // flow: record -> property-key
    if (group in settings) Object.assign(settings[group], values); // flow: record -> property-key
    if (Object.hasOwn(settings, group)) Object.assign(settings[group], values);
    Object.assign(settings.色, values);
    Object.assign(settings[group], { 既定: true });
  }
  return event;
});
