// Where in the markup a value stands decides which characters have to be escaped.
const full = (s) => String(s).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const tagsOnly = (s) => String(s).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const doubles = (s) => tagsOnly(s).replace(/"/g, '&quot;');
kintone.events.on('app.record.detail.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('view');
  el.innerHTML = `<p>${tagsOnly(v)}</p>`;
  el.innerHTML = `<p>${v}</p>`; // flow: record -> html
  el.innerHTML = `<p title="${doubles(v)}">x</p>`;
  el.innerHTML = `<p title="${tagsOnly(v)}">x</p>`; // flow: record -> html
  el.innerHTML = `<p title='${full(v)}'>x</p>`;
  el.innerHTML = `<p title='${doubles(v)}'>x</p>`; // flow: record -> html
  el.innerHTML = `<p title="a>b" lang='${doubles(v)}'>x</p>`; // flow: record -> html
  el.innerHTML = `<p title="it's" lang="${doubles(v)}">x</p>`;
  el.innerHTML = '<p title=' + full(v) + '>x</p>'; // flow: record -> html
  el.innerHTML = '<p title=' + full(v).replace(/\s/g, '&#32;') + '>x</p>';
  el.innerHTML = '<p ' + full(v) + '>x</p>'; // flow: record -> html
  el.innerHTML = '<' + full(v) + '>x'; // flow: record -> html
  el.innerHTML = `<!-- ${full(v)} --><p>x</p>`;
  el.innerHTML = `<!-- ${v.replace(/</g, '')} --><p>x</p>`; // flow: record -> html
  el.innerHTML = `<textarea>${tagsOnly(v)}</textarea>`;
  el.innerHTML = `<textarea>${v}</textarea>`; // flow: record -> html
  el.innerHTML = `<title>"</title><p title="${doubles(v)}">x</p>`;
  el.innerHTML = `<style>p { color: ${full(v)} }</style>`; // flow: record -> html
  el.innerHTML = `<p style="color: ${full(v)}">x</p>`; // flow: record -> html
  el.innerHTML = `<p style="width: ${Number(v)}px">x</p>`;
});
// Addresses choose their scheme, and code in attributes is decoded before it runs.
kintone.events.on('app.record.edit.show', (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('view');
  el.innerHTML = `<a href="${full(v)}">x</a>`; // flow: record -> html
  el.innerHTML = `<a href="/k/12/show#record=${full(v)}">x</a>`;
  el.innerHTML = `<a href="${encodeURIComponent(v)}">x</a>`;
  el.innerHTML = `<a href='?q=${encodeURIComponent(v)}'>x</a>`; // flow: record -> html
  el.innerHTML = `<a href="?q=${encodeURI(v)}">x</a>`;
  el.innerHTML = `<form action="${full(v)}"></form>`; // flow: record -> html
  el.innerHTML = `<button formaction="${full(v)}">x</button>`; // flow: record -> html
  el.innerHTML = `<iframe src="${full(v)}"></iframe>`; // flow: record -> html
  el.innerHTML = `<img src="${full(v)}" alt="">`;
  el.innerHTML = `<object data="${full(v)}"></object>`; // flow: record -> html
  el.innerHTML = `<svg><a xlink:href="${full(v)}"><text>x</text></a></svg>`; // flow: record -> html
  el.innerHTML = `<iframe srcdoc="${full(v)}"></iframe>`; // flow: record -> html
  el.innerHTML = `<iframe srcdoc="${full(full(v))}"></iframe>`;
  el.innerHTML = `<iframe srcdoc="${full(DOMPurify.sanitize(v))}"></iframe>`;
  el.innerHTML = `<iframe sandbox="allow-popups" srcdoc="${full(v)}"></iframe>`;
  el.innerHTML = `<iframe sandbox="allow-scripts allow-same-origin" srcdoc="${full(v)}"></iframe>`; // flow: record -> html
  el.innerHTML = `<b onclick="show('${full(v)}')">x</b>`; // flow: record -> html
  el.innerHTML = `<b onclick="show(${full(JSON.stringify(v))})">x</b>`;
  el.innerHTML = `<b onclick="show(${JSON.stringify(v)})">x</b>`; // flow: record -> html
  el.innerHTML = `<b onclick="show('${v.replace(/[^\w-]/g, '')}')">x</b>`;
  el.innerHTML = `<b data-name="${full(v)}">x</b>`;
  el.innerHTML = `<a href="javascript:show('${encodeURIComponent(v)}')">x</a>`; // flow: record -> html
});
// Scripts in a document that is written.
kintone.events.on('app.record.print.show', (event) => {
  const v = event.record.備考.value;
  const page = window.open('', 'list').document;
  page.write(`<script>var a = ${JSON.stringify(v)};<\/script>`); // flow: record -> html
  page.write(`<script>var a = ${JSON.stringify(v).replace(/</g, '\\u003c')};<\/script>`);
  page.write(`<script>var a = ${JSON.stringify(v).replace(/<\//g, '<\\/')};<\/script>`);
  page.write(`<script>var a = ${JSON.stringify(v).replace(/<\/(script)/gi, '<\\/$1')};<\/script>`);
  page.write(`<script>var a = ${JSON.stringify(v).replace(/<\/script/g, '<\\/script')};<\/script>`); // flow: record -> html
  page.write(`<script>var a = ${JSON.stringify(v).replaceAll('</', '<\\/')};<\/script>`);
  page.write(`<script>var a = ${JSON.stringify(v).replace('</', '<\\/')};<\/script>`); // flow: record -> html
  page.write(`<script>var a = "${v.replace(/<\//g, '<\\/')}";<\/script>`); // flow: record -> html
  page.write(`<b>${JSON.stringify(v).replace(/<\//g, '<\\/')}</b>`); // flow: record -> html
  page.write(`<script>var a = "${full(v)}";<\/script>`); // flow: record -> html
  page.write(`<script>var a = 1;<\/script><p>${full(v)}</p>`);
  page.write(`<script src="${full(v)}"><\/script>`); // flow: record -> html
});
// The text is put together in several steps.
kintone.events.on('app.record.index.show', (event) => {
  const el = kintone.app.getHeaderSpaceElement();
  for (const record of event.records) {
    const v = record.備考.value;
    const attribute = 'title="' + doubles(v) + '"';
    const wrong = "title='" + doubles(v) + "'";
    el.innerHTML = '<p ' + attribute + '>x</p>';
    el.innerHTML = '<p ' + wrong + '>x</p>'; // flow: record -> html
    let html = '<p title="';
    html += tagsOnly(v);
    html += '">x</p>';
    el.innerHTML = html; // flow: record -> html
    el.innerHTML = '<p>'.concat(tagsOnly(v), '</p>');
    el.innerHTML = '<p title="'.concat(tagsOnly(v), '">x</p>'); // flow: record -> html
    el.innerHTML = '<p title="{t}">{c}</p>'.replace('{t}', doubles(v)).replace('{c}', tagsOnly(v));
    el.innerHTML = '<p title="{t}">{c}</p>'.replace('{c}', 'x').replace('{t}', tagsOnly(v)); // flow: record -> html
  }
});
