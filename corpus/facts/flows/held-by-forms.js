// What a form holds goes where one of its buttons sends it; where it goes is not sent.
const hidden = (name, value) => Object.assign(document.createElement('input'), { type: 'hidden', name, value });
kintone.events.on('app.record.detail.show', ({ record }) => {
  const form = document.createElement('form');
  form.append(hidden('memo', record.備考.value));
  const row = document.createElement('p');
  const button = document.createElement('button');
  button.formAction = 'https://a.example/'; // flow: record -> request-body
  row.append(button);
  form.append(row);
  document.body.append(form);

  const other = document.createElement('form');
  other.append(hidden('memo', record.備考.value));
  other.action = 'https://a.example/'; // flow: record -> request-body
  document.body.append(other);

  const sent = document.createElement('form');
  sent.append(hidden('memo', record.備考.value));
  sent.action = 'https://a.example/';
  sent.submit(); // flow: record -> request-body // flow: input -> request-body // spurious: credential -> request-body

  const chosen = document.createElement('form');
  const go = document.createElement('button');
  go.setAttribute('formaction', record.行き先.value);
  chosen.append(go);
  document.body.append(chosen);

  const empty = document.createElement('form');
  empty.append(hidden('kind', 'x'));
  empty.action = 'https://a.example/';
  const plain = document.createElement('button');
  plain.setAttribute('formaction', 'https://a.example/');
  empty.append(plain);
  document.body.append(empty);
});
