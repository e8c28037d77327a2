// Secrets whose names stand beside them, and names of keys in headers.
(() => {
  'use strict';

  const form = new Map([
    ['grant_type', 'refresh_token'],
    ['client_id', '1000.8HYOGEN'],
    ['client_secret', '5f0c7b1e9a3d48e2b6f4c1d7a80e93b25c6d4f1e7b'], // expect: named-secret
    ['refresh_token', kintone.plugin.app.getConfig(kintone.$PLUGIN_ID).refresh],
  ]);
  const pairs = new URLSearchParams([['client_secret', 'Yq8kL2mN4pR6tV8xZ0bC2dF4hJ6lN8pR']]); // expect: named-secret
  const parameter = { name: 'api_key', value: 'f3a9c1d27b604e59' }; // expect: named-secret
  const headers = { 'x-functions-key': 'aB3dE5gH7jK9mN1pQ3rS5tU7vW9xY1zA3bC5dE7f==' }; // expect: named-secret
  const azure = { clientSecret: 'Zq8~kL2mN4pR6tV8xZ0bC2dF4hJ6lN8pR0tV' }; // expect: named-secret
  const signing = { hmacKey: '0a1b2c3d4e5f60718293a4b5c6d7e8fe' }; // expect: named-secret

  // Names beside names, nothing yet, and lists that are no pairs.
  const labels = [['api_key', 'APIキー'], ['client_secret', 'クライアントシークレット']];
  const inputs = [{ name: 'client_secret', value: '' }, { name: 'api_key', value: 'settings.openai.api_key' }];
  const order = ['api_key', 'client_id', 'f3a9c1d27b604e5a'];
  const parts = ['部署', 'f3a9c1d27b604e5b'];
  document.title = [form, pairs, parameter, headers, azure, signing, labels, inputs, order, parts].join();
})();
