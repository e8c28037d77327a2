// Packages under the names that sources, their builds and delivery networks have for them.
import DOMPurify from 'dompurify/dist/purify.es.mjs';
import escape from 'lodash/escape';
import template from 'lodash/template';
import Vue from 'vue/dist/vue.esm-bundler.js';
import { format, parse } from 'date-fns';
import escapeHtml from 'escape-html';
import { decode, encode } from 'html-entities';
import numeral from 'numeral';
import * as toast from 'toastr';
const _ = require('lodash');
const he = require('he');
const Swal = require('sweetalert2/dist/sweetalert2.all.min.js');

kintone.events.on('app.record.detail.show', async (event) => {
  const v = event.record.備考.value;
  const el = kintone.app.record.getSpaceElement('view');
  el.innerHTML = DOMPurify.sanitize(v);
  el.innerHTML = DOMPurify.removed(v); // flow: record -> html
  el.innerHTML = escape(v);
  el.innerHTML = template('<%- v %>')({ v });
  el.innerHTML = template('<%= v %>')({ v }); // flow: record -> html
  el.innerHTML = _.escape(v);
  el.innerHTML = _.trim(v); // flow: record -> html
  el.innerHTML = he.encode(v);
  el.innerHTML = he.decode(v); // flow: record -> html
  Swal.fire({ text: v });
  Swal.fire({ html: v }); // flow: record -> html
  new Vue({ data: { v }, template: '<p v-text="v"></p>' });
  new Vue({ data: { v }, template: '<p v-html="v"></p>' }); // flow: record -> html
  toast.info('ok', v); // flow: record -> html
  const later = await import('dompurify');
  el.innerHTML = later.default.sanitize(v);
  const served = (await import('https://cdn.jsdelivr.net/npm/dompurify@3.2.4/+esm')).default;
  el.innerHTML = served.sanitize(v);
  const whoever = (await import('https://assets.example.com/npm/dompurify@3.2.4/+esm')).default;
  el.innerHTML = whoever.sanitize(v); // flow: record -> html
  const { h } = await import('https://unpkg.com/vue@3.5.13/dist/vue.esm-browser.js');
  h('p', { title: v });
  h('p', { innerHTML: v }); // flow: record -> html
  el.innerHTML = format(parse(v, 'P', new Date()), 'yyyy-MM-dd');
  el.innerHTML = numeral(v).format('0,0');
  el.innerHTML = escapeHtml(v);
  el.innerHTML = encode(v);
  el.innerHTML = decode(encode(v)); // flow: record -> html
  el.innerHTML = btoa(v);
  el.innerHTML = atob(btoa(v)); // flow: record -> html
  el.innerHTML = event.record.作成日時.value.slice(0, 10);
  el.innerHTML = event.record.作成者.value.name; // flow: record -> html
});
