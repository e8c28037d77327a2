(() => {
  'use strict';
  const clientSecret = 'k3JqLm8ZxPw9Rt2YvN5bH7sd'; // expect: named-secret
  const settings = { api_key: 'f3a9c1d27b604e58' }; // expect: named-secret
  const apiKeyField = 'settings.openai.api_key';
  const secretNote = '秘密の値は管理者に確認してください';
  const id = { apiKey: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' };
})();
