// What lit binds, Vue keeps in references and React gets by spreading ends in properties that are HTML or links.
import { html, render } from 'lit';
import { computed, h, reactive, ref, shallowRef } from 'vue';

const List = ({ memo, ...rest }) => <ul {...rest}>{memo}</ul>;

kintone.events.on('app.record.detail.show', (event) => {
  const text = event.record.text.value;
  render(html`<p title="${text}" data-note=${text} .textContent=${text}>${text}</p>`, document.body);
  render(html`<p .innerHTML=${text}></p>`, document.body); // flow: record -> html
  render(html`<iframe srcdoc="${text}"></iframe>`, document.body); // flow: record -> html
  render(html`<a href=${text}>a</a>`, document.body); // flow: record -> link
  render(html`<a href="https://www.example.jp/?q=${text}">a</a>`, document.body);

  const memo = ref('');
  memo.value = text;
  const clean = shallowRef(DOMPurify.sanitize(text));
  const state = reactive({ note: text });
  const strong = computed(() => `<b>${memo.value}</b>`);
  h('p', { innerHTML: memo.value }); // flow: record -> html
  h('p', { innerHTML: clean.value });
  h('p', { innerHTML: state.note }); // flow: record -> html
  h('p', { innerHTML: strong.value }); // flow: record -> html
  h('p', { title: memo.value }, memo.value);

  const given = { href: text, title: text };
  const harmless = { title: text };
  return [
    <a {...given}>a</a>, // flow: record -> link
    <a {...given} href="/k/1/">a</a>,
    <a {...harmless}>a</a>,
    <List memo={text} title={text} />,
    <List dangerouslySetInnerHTML={{ __html: text }} />, // flow: record -> html
  ];
});
