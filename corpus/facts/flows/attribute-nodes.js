// Attributes set as nodes, the addresses that an animation sets, and those that a link reports its use to.
kintone.events.on('app.record.detail.show', (event) => {
  const memo = event.record.備考.value;
  const space = kintone.app.record.getSpaceElement('view');
  const click = document.createAttribute('onclick');
  click.value = `show("${memo}")`; // flow: record -> handler-attribute
  space.setAttributeNode(click);
  const title = document.createAttribute('title');
  title.value = `show("${memo}")`;
  space.setAttributeNode(title);
  const moving = document.createElementNS('http://www.w3.org/2000/svg', 'animate');
  moving.setAttribute('attributeName', 'href');
  moving.setAttribute('to', memo); // flow: record -> link
  const growing = document.createElementNS('http://www.w3.org/2000/svg', 'animate');
  growing.setAttribute('attributeName', 'width');
  growing.setAttribute('to', memo);
  const link = document.createElement('a');
  link.href = '/k/1/';
  link.ping = `https://a.example/c?m=${encodeURIComponent(memo)}`; // flow: record -> request-url
  link.setAttribute('ping', `https://a.example/c?m=${encodeURIComponent(memo)}`); // flow: record -> request-url
  link.setAttribute('ping', 'https://a.example/c');
  link.title = `https://a.example/c?m=${encodeURIComponent(memo)}`;
  const sheet = new CSSStyleSheet();
  sheet.replace(`.note { color: ${memo} }`); // flow: record -> css // flow: record -> request-url
  sheet.replace('.note { color: red }');
  return event;
});
