// Loaders of scripts, and what tells loaders where modules are.
(() => {
  'use strict';

  require.config({
    paths: {
      jquery: 'https://js.cybozu.com/jquery/3.7.1/jquery.min',
      chart: 'lib/chart',
    },
  });
  require.config({ paths: { gantt: 'https://cdn.example-widgets.net/gantt/stable/gantt.min' } }); // expect: script-loaded-at-run-time
  const settings = { waitSeconds: 20, paths: {} };
  settings.paths.tree = ['https://cdn.example-widgets.net/tree.min', 'lib/tree']; // expect: script-loaded-at-run-time
  settings.paths.list = 'https://cdn.example-widgets.net/list.min'; // expect: script-loaded-at-run-time
  requirejs.config(settings); // expect: script-loaded-at-run-time
  require(['jquery', 'chart'], ($) => $.noop());
  require(['https://cdn.example-widgets.net/map.js'], (map) => map.show()); // expect: script-loaded-at-run-time
  System.import('https://cdn.example-widgets.net/map.js'); // expect: script-loaded-at-run-time
  System.import('./map.js');
  System.config({ map: { gantt: 'https://cdn.example-widgets.net/gantt.js', chart: './chart.js' } }); // expect: script-loaded-at-run-time
  $script('https://cdn.example-widgets.net/map.js', () => {}); // expect: script-loaded-at-run-time
  $script(['https://cdn.example-widgets.net/a.js', 'https://js.cybozu.com/luxon/3.6.1/luxon.min.js'], () => {}); // expect: script-loaded-at-run-time
  $script('https://js.cybozu.com/luxon/3.6.1/luxon.min.js', () => {});
  head.js('https://cdn.example-widgets.net/map.js', () => {}); // expect: script-loaded-at-run-time
  head.load({ map: 'https://cdn.example-widgets.net/map.js' }); // expect: script-loaded-at-run-time
  $LAB.script('https://cdn.example-widgets.net/a.js').wait().script('https://cdn.example-widgets.net/b.js'); // expect: script-loaded-at-run-time
  LazyLoad.js(['https://cdn.example-widgets.net/map.js'], () => {}); // expect: script-loaded-at-run-time
  loadjs('https://cdn.example-widgets.net/map.js', 'map'); // expect: script-loaded-at-run-time
  yepnope({ test: window.JSON, nope: 'https://cdn.example-widgets.net/json.js' }); // expect: script-loaded-at-run-time
  define('local', ['jquery'], () => ({}));
})();
// Asked for as a script.
$.ajax({ url: 'https://cdn.example-widgets.net/c.js', dataType: 'script' }); // expect: script-loaded-at-run-time
$.ajax('https://cdn.example-widgets.net/d.js', { dataType: 'script', cache: true }); // expect: script-loaded-at-run-time
$.ajax({ url: 'https://api.example-widgets.net/e.json', dataType: 'json' });
$('<script>', { src: 'https://cdn.example-widgets.net/f.js' }).appendTo('head'); // expect: script-loaded-at-run-time
$('<script>', { type: 'application/json' }).appendTo('head');
CSS.paintWorklet.addModule('https://cdn.example-widgets.net/g.js'); // expect: script-loaded-at-run-time
